# Build the program and its installer on Windows: powershell -ExecutionPolicy Bypass -File packaging\windows\build.ps1
# Needs Python 3.11 for 64 bits (py.exe) and, for the installer, NSIS 3 (makensis on the PATH). Without a network:
# -Wheels FOLDER, which holds what requirements-dev.lock names. Not yet run on a real Windows.
param([string]$Wheels = "", [string]$Python = "3.11")
$ErrorActionPreference = "Stop"
Set-StrictMode -Version Latest
Set-Location (Join-Path $PSScriptRoot "..\..")

function Run {
    # Native programs do not stop a script by failing.
    $program = $args[0]
    $arguments = @($args | Select-Object -Skip 1)
    & $program @arguments
    if ($LASTEXITCODE -ne 0) { throw "$program failed with status $LASTEXITCODE" }
}

$at = "build\windows"
$venv = "$at\venv\Scripts\python.exe"
if (-not (Test-Path $venv)) { Run py "-$Python" -m venv "$at\venv" }
$from = @(if ($Wheels) { "--no-index"; "--find-links"; $Wheels })
Run $venv -m pip install -q --disable-pip-version-check --require-hashes @from -r requirements-dev.lock

# The same tree gives the same bytes, as far as the linker's tools allow.
$env:PYTHONHASHSEED = "0"
$env:PYTHONPATH = "packaging"
if (-not $env:SOURCE_DATE_EPOCH) {
    $env:SOURCE_DATE_EPOCH = "1700000000"
    if (Get-Command git -ErrorAction SilentlyContinue) {
        $time = git log -1 --format=%ct
        if ($LASTEXITCODE -eq 0) { $env:SOURCE_DATE_EPOCH = "$time" }
    }
}

Run $venv packaging\translations.py
Run $venv -m papers.make dist\papers
if (Test-Path dist\evenkeel) { Remove-Item -Recurse -Force dist\evenkeel }
Run $venv -m PyInstaller --noconfirm --clean --log-level WARN --distpath dist --workpath "$at\work" packaging\evenkeel.spec

# What the bundle must be able to do before it is packed: its parts are there, and it understands a call.
Run dist\evenkeel\evenkeel-cli.exe doctor
$report = "$at\report.json"
Run dist\evenkeel\evenkeel-cli.exe review dist\evenkeel\_internal\resources\sample_call\complaint.flac --json $report --no-transcript
if (-not ((Get-Content $report -Raw) -match '"text": ".*Friday')) { throw "The bundle did not understand the sample call." }

$version = & $venv -c "import app; print(app.__version__)"
if (-not (Get-Command makensis -ErrorAction SilentlyContinue)) {
    Write-Host "dist\evenkeel is built; for the installer put makensis (NSIS 3) on the PATH and start this again."
    exit 0
}
$icon = "$at\evenkeel.ico"
Run $venv -c "import sys; from pathlib import Path; from icons import ico; Path(sys.argv[2]).write_bytes(ico(Path(sys.argv[1])))" resources\icons\keel.svg $icon
$root = (Get-Location).Path
Run makensis -WX -V2 "-DVERSION=$version" "-DBUNDLE=$root\dist\evenkeel" "-DPAPERS=$root\dist\papers" `
    "-DLICENSE=$root\LICENSE" "-DICON=$root\$icon" "-DOUT=$root\dist\evenkeel-$version-setup.exe" packaging\windows\evenkeel.nsi
Write-Host "dist\evenkeel-$version-setup.exe is built. To sign it: signtool sign /fd SHA256 /tr TIMESTAMP_SERVER /td SHA256 FILE"
