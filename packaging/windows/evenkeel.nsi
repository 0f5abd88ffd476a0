; The installer for Windows: for one user, without an administrator. Not yet run on a real Windows.
;   makensis -NOCD -WX -DVERSION=0.1.0 -DBUNDLE=dist/evenkeel -DPAPERS=dist/papers -DLICENSE=LICENSE
;            -DICON=evenkeel.ico -DOUT=dist/evenkeel-0.1.0-setup.exe packaging/windows/evenkeel.nsi
; Without -NOCD paths are those as seen from this file's folder. -DAMD64 makes the installer itself a program for
; 64 bits, which Debian's NSIS can; the NSIS for Windows knows 32 bits only. What is installed is the same.
; Silent: setup.exe /S [/D=C:\a folder]      (/D= comes last, without quotes)
;         uninstall.exe /S [/DELETE_DATA]    (/DELETE_DATA takes this user's journal and settings, too)
; Exit status: 0 done, 1 cancelled, 2 refused or failed, with nothing changed where it was refused.

!ifndef VERSION | BUNDLE | PAPERS | LICENSE | ICON | OUT
  !error "All of VERSION, BUNDLE, PAPERS, LICENSE, ICON and OUT are needed; see the head of this file."
!endif

!ifdef AMD64
  Target amd64-unicode
!else
  Unicode true
!endif
SetCompressor /SOLID lzma
ManifestDPIAware true
ManifestSupportedOS Win10
RequestExecutionLevel user

!include "MUI2.nsh"
!include "LogicLib.nsh"
!include "FileFunc.nsh"
!include "WinVer.nsh"
!include "x64.nsh"

!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Evenkeel"
; Where app/paths.py keeps what is the user's. The program never lies there.
!define DATA "$LOCALAPPDATA\evenkeel"

Name "Evenkeel"
BrandingText "Evenkeel ${VERSION}"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\Evenkeel"
InstallDirRegKey HKCU "Software\Evenkeel" "Place"

VIProductVersion "${VERSION}.0"
VIFileVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "Evenkeel"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "Evenkeel: installer"
VIAddVersionKey "LegalCopyright" "The Evenkeel contributors, MIT licence"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\evenkeel.exe"
!define MUI_FINISHPAGE_RUN_TEXT "Open Evenkeel"
!define MUI_FINISHPAGE_NOAUTOCLOSE
!define MUI_COMPONENTSPAGE_SMALLDESC
!insertmacro MUI_PAGE_LICENSE "${LICENSE}"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_COMPONENTS
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"

; A program that runs can't be opened for writing; asked of both programs, and again after each Retry.
!macro RefuseWhileRunning un
Function ${un}RefuseWhileRunning
  retry:
  ClearErrors
  ${If} ${FileExists} "$INSTDIR\evenkeel.exe"
    FileOpen $0 "$INSTDIR\evenkeel.exe" a
    FileClose $0
  ${EndIf}
  ${If} ${FileExists} "$INSTDIR\evenkeel-cli.exe"
    FileOpen $0 "$INSTDIR\evenkeel-cli.exe" a
    FileClose $0
  ${EndIf}
  ${If} ${Errors}
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "Evenkeel is open, or its folder can't be written to. Close it, then choose Retry." /SD IDCANCEL IDRETRY retry
    SetErrorLevel 2
    Quit
  ${EndIf}
FunctionEnd
!macroend
!insertmacro RefuseWhileRunning ""
!insertmacro RefuseWhileRunning "un."

; What the installer put there, and nothing else: the folder may be one that somebody chose by mistake.
!macro RemoveProgram
  RMDir /r "$INSTDIR\_internal"
  RMDir /r "$INSTDIR\papers"
  Delete "$INSTDIR\evenkeel.exe"
  Delete "$INSTDIR\evenkeel-cli.exe"
  Delete "$INSTDIR\LICENSE.txt"
  Delete "$INSTDIR\licences.html"
  Delete "$INSTDIR\SECURITY.md"
  Delete "$INSTDIR\policy.example.toml"
!macroend

Function .onInit
  ${IfNot} ${AtLeastWin10}
    MessageBox MB_OK|MB_ICONSTOP "Evenkeel needs Windows 10 or newer." /SD IDOK
    SetErrorLevel 2
    Quit
  ${EndIf}
  ; The user's part of the registry and the folders used here are the same for programs of 32 and of 64 bits.
  ${IfNot} ${RunningX64}
    MessageBox MB_OK|MB_ICONSTOP "Evenkeel needs a Windows for 64 bits, and this one is for 32." /SD IDOK
    SetErrorLevel 2
    Quit
  ${EndIf}
FunctionEnd

Section "Evenkeel"
  ${If} $INSTDIR == "${DATA}"
    MessageBox MB_OK|MB_ICONSTOP "$INSTDIR is where your journal is kept; choose another folder." /SD IDOK
    SetErrorLevel 2
    Quit
  ${EndIf}
  Call RefuseWhileRunning
  ; Of an older version nothing may stay, but the models that somebody put into speech_models.
  !insertmacro RemoveProgram
  ClearErrors
  SetOutPath "$INSTDIR"
  ; By a backslash: on Windows makensis finds nothing behind the other one.
  File /r "${BUNDLE}\*"
  File "/oname=LICENSE.txt" "${LICENSE}"
  SetOutPath "$INSTDIR\papers"
  File /r "${PAPERS}\*"
  SetOutPath "$INSTDIR"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  ${If} ${Errors}
    MessageBox MB_OK|MB_ICONSTOP "$INSTDIR can't be written to, or the disk is full; choose another folder." /SD IDOK
    SetErrorLevel 2
    Quit
  ${EndIf}
  CreateShortcut "$SMPROGRAMS\Evenkeel.lnk" "$INSTDIR\evenkeel.exe"
  WriteRegStr HKCU "Software\Evenkeel" "Place" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayName" "Evenkeel"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\evenkeel.exe"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "Publisher" "The Evenkeel contributors"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "EstimatedSize" $0
SectionEnd

Section "un.Evenkeel"
  SectionIn RO
  Call un.RefuseWhileRunning
  !insertmacro RemoveProgram
  RMDir /r "$INSTDIR\speech_models"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\Evenkeel.lnk"
  DeleteRegKey HKCU "${UNINSTALL_KEY}"
  DeleteRegKey HKCU "Software\Evenkeel"
SectionEnd

Section /o "un.Journal and settings of this user" DELETE_DATA
  RMDir /r "${DATA}"
SectionEnd

LangString DATA_SAID ${LANG_ENGLISH} "All calls, reflections, backups and speech models of this user. This can't be undone."
!insertmacro MUI_UNFUNCTION_DESCRIPTION_BEGIN
  !insertmacro MUI_DESCRIPTION_TEXT ${DELETE_DATA} $(DATA_SAID)
!insertmacro MUI_UNFUNCTION_DESCRIPTION_END

Function un.onInit
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/DELETE_DATA" $1
  ${IfNot} ${Errors}
    !insertmacro SelectSection ${DELETE_DATA}
  ${EndIf}
FunctionEnd
