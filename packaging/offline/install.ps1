# Installs Evenkeel from this folder, without any network and without an administrator. See READ-ME-FIRST.txt.
# Not yet run on a real Windows.
#   powershell -ExecutionPolicy Bypass -File install.ps1 [-Yes] [-Prefix FOLDER] [-Python PROGRAM]
#   ... -Check       in the installed folder: does it work here?
#   ... -Uninstall   in the installed folder: remove it; journals and settings stay
param(
    [switch]$Yes,
    [string]$Prefix = (Join-Path $env:LOCALAPPDATA "Programs\Evenkeel-offline"),
    [string]$Python = "",
    [switch]$Check,
    [switch]$Uninstall
)
$ErrorActionPreference = "Stop"
# Whole, for native programs know another current folder than PowerShell, and without a backslash at the end, for
# its neighbours are named by it.
$Prefix = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($Prefix).TrimEnd('\')
$here = $PSScriptRoot
$mark = ".evenkeel-offline"
$shortcut = Join-Path ([Environment]::GetFolderPath("Programs")) "Evenkeel.lnk"

function Stop-Here([string]$sentence) {
    [Console]::Error.WriteLine($sentence)
    exit 2
}

function Confirm-This([string]$question, [string]$otherwise) {
    if ($Yes) { return }
    if ((Read-Host "$question [y/N]") -notmatch "^[yY]") { Stop-Here $otherwise }
}

function Test-Installed([string]$place) {
    $runs = Join-Path $place "python\Scripts\python.exe"
    $before = $env:EVENKEEL_HOME
    $env:EVENKEEL_HOME = Join-Path ([IO.Path]::GetTempPath()) ([Guid]::NewGuid())
    try {
        & $runs -E -s (Join-Path $place "main.py") doctor
        if ($LASTEXITCODE -ne 0) { Stop-Here "Evenkeel is installed, but something it needs is missing; see above." }
        & $runs -E -s (Join-Path $place "main.py") review (Join-Path $place "resources\sample_call\complaint.flac") `
            --call-type complaint --no-transcript | Out-Null
        if ($LASTEXITCODE -ne 0) { Stop-Here "Evenkeel is installed, but the sample call can't be reviewed." }
    } finally {
        Remove-Item -Recurse -Force -ErrorAction SilentlyContinue $env:EVENKEEL_HOME
        $env:EVENKEEL_HOME = $before
    }
    Write-Output "Evenkeel works here: the sample call was reviewed."
}

if ($Check -or $Uninstall) {
    if (-not (Test-Path (Join-Path $here $mark))) { Stop-Here "$here was not made by install.ps1; nothing was done." }
    if ($Check) {
        Test-Installed $here
        exit 0
    }
    Confirm-This "Remove Evenkeel from ${here}?" "Nothing was removed."
    if (Test-Path $shortcut) {
        $link = (New-Object -ComObject WScript.Shell).CreateShortcut($shortcut)
        if ($link.TargetPath.StartsWith($here)) { Remove-Item $shortcut }
    }
    # A folder that somebody stands in can't go, and this script may have been started there. Where it was started
    # from another program that stands there, the empty folder stays.
    Set-Location $env:TEMP
    [Environment]::CurrentDirectory = $env:TEMP
    try { Remove-Item -Recurse -Force $here }
    catch {
        if ((Test-Path $here) -and (Get-ChildItem -Force $here)) {
            Stop-Here "$here can't be removed whole; close Evenkeel and try again."
        }
    }
    Write-Output "Evenkeel is removed from $here. Journals and settings of the users stay."
    exit 0
}

# 1. The bundle is whole.
$sums = Join-Path $here "SHA256SUMS"
if (-not (Test-Path $sums)) {
    Stop-Here "SHA256SUMS is missing, so the bundle can't be checked; copy all of it again. Nothing was installed."
}
$broken = @()
foreach ($line in [IO.File]::ReadAllLines($sums)) {
    $wanted, $name = $line -split "  ", 2
    $file = Join-Path $here $name
    $whole = (Test-Path -LiteralPath $file) -and ((Get-FileHash -LiteralPath $file -Algorithm SHA256).Hash -eq $wanted)
    if (-not $whole) { $broken += $name }
}
if ($broken) {
    $more = if ($broken.Count -gt 1) { " and $($broken.Count - 1) more" } else { "" }
    Stop-Here "Damaged or missing: $($broken[0])$more; copy the bundle again from where you got it. Nothing was installed."
}

# 2. Python is there, and the place is free.
$starter = @()
if (-not $Python) { $Python = "py"; $starter = @("-@PYTHON@") }
if (-not (Get-Command $Python -ErrorAction SilentlyContinue)) {
    Stop-Here "Python @PYTHON@ was not found; install it for this user, or name it with -Python. Nothing was installed."
}
$version = & $Python @starter -c "import sys, venv; print('%d.%d' % sys.version_info[:2])"
if ($version -ne "@PYTHON@") {
    Stop-Here "$Python is not a whole Python @PYTHON@, which this bundle is made for; name one with -Python. Nothing was installed."
}
$taken = (Test-Path $Prefix) -and -not (Test-Path (Join-Path $Prefix $mark))
if ($taken -and (Get-ChildItem -Force $Prefix)) {
    Stop-Here "$Prefix holds something else; name another folder with -Prefix. Nothing was installed."
}
Confirm-This "Install Evenkeel into ${Prefix}?" "Nothing was installed."

# 3. Beside its place first, so that what is there now stays until the new one is whole.
$new = "$Prefix.new"
if (Test-Path $new) { Remove-Item -Recurse -Force $new }
New-Item -ItemType Directory -Force $new | Out-Null
Copy-Item -Recurse -Force (Join-Path $here "program\*") $new
Copy-Item -Recurse -Force (Join-Path $here "papers") $new
Copy-Item (Join-Path $here "install.ps1") $new
Set-Content -Encoding Ascii (Join-Path $new "evenkeel-cli.cmd") '@"%~dp0python\Scripts\python.exe" -E -s "%~dp0main.py" %*'
& $Python @starter -m venv --without-pip (Join-Path $new "python")
$wheels = Join-Path $here "wheels"
$pip = (Get-ChildItem (Join-Path $wheels "pip-*.whl")).FullName
& (Join-Path $new "python\Scripts\python.exe") -I "$pip\pip" install -q --disable-pip-version-check `
    --no-warn-script-location --no-index --find-links $wheels --no-deps --require-hashes `
    -r (Join-Path $here "requirements.lock")
if ($LASTEXITCODE -ne 0) {
    Remove-Item -Recurse -Force $new
    Stop-Here "The packages can't be installed by $Python; this bundle is made for another system. Nothing was installed."
}
New-Item -ItemType File (Join-Path $new $mark) | Out-Null

# 4. In place of the old one; models that somebody put beside that one stay.
if (Test-Path $Prefix) {
    $models = Join-Path $Prefix "speech_models"
    foreach ($model in (Get-ChildItem -Directory -ErrorAction SilentlyContinue $models)) {
        $kept = Join-Path $new "speech_models\$($model.Name)"
        if (-not (Test-Path $kept)) { Copy-Item -Recurse $model.FullName $kept }
    }
}
# The old one is moved at once or not at all: removed file by file, half of it would be gone where it is still open.
$old = "$Prefix.old"
try {
    if (Test-Path $old) { Remove-Item -Recurse -Force $old }
    if (Test-Path $Prefix) { Move-Item $Prefix $old }
    Move-Item $new $Prefix
} catch {
    if ((Test-Path $old) -and -not (Test-Path $Prefix)) { Move-Item $old $Prefix }
    Remove-Item -Recurse -Force $new
    Stop-Here "$Prefix can't be replaced; close Evenkeel and whatever else is open there, and run this again."
}
if (Test-Path $old) { Remove-Item -Recurse -Force -ErrorAction SilentlyContinue $old }

# 5. Where people look.
$link = (New-Object -ComObject WScript.Shell).CreateShortcut($shortcut)
$link.TargetPath = Join-Path $Prefix "python\Scripts\pythonw.exe"
$link.Arguments = "-E -s `"$(Join-Path $Prefix 'main.py')`""
$link.WorkingDirectory = $Prefix
$link.Save()
Write-Output "Evenkeel is installed in $Prefix; it is in the Start menu, and for commands there is evenkeel-cli.cmd."
Write-Output "Remove it with install.ps1 -Uninstall there."

# 6. It works here.
Test-Installed $Prefix
