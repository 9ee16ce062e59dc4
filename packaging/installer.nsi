; The installer: for one user without administrator rights, for all users when asked.
;
;   makensis -DDEFINES=product.nsh installer.nsi      (packaging/build.py calls it so)
;
; The file of defines names BUNDLE, OUTPUT, VERSION, TITLE, NAME, SUFFIX, COPYRIGHT, ICON.
; -DTARGET=amd64-unicode makes a 64-bit setup, for systems that run no other (Wine without
; its 32-bit part); -DQUICK packs fast instead of small.
;
; The setup understands, after its name:
;   /S              installs without a word
;   /ALLUSERS       for everyone on this PC; asks for an administrator unless it is one
;   /NODESKTOP      no entry on the desktop
;   /D=C:\folder    where to, as the last word and without quotes
; It ends with 0, or with 1 (stopped by the user), 2 (failed), 3 (the program is open),
; 4 (a newer version is installed), 5 (no administrator).

Unicode true
!ifdef TARGET
  Target ${TARGET}
!endif
!ifndef QUICK
  SetCompressor /SOLID lzma
!endif
ManifestDPIAware true
ManifestSupportedOS Win10
RequestExecutionLevel user
AllowRootDirInstall false

!include "${DEFINES}"
!include MUI2.nsh
!include x64.nsh
!include FileFunc.nsh
!include LogicLib.nsh
!include nsDialogs.nsh
!include WinVer.nsh
!include WordFunc.nsh

!define PROGRAM "${NAME}.exe"
!define CONSOLE "${NAME}-console.exe"
!define KIND "${NAME}.case"
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${NAME}"

Name "${TITLE}"
OutFile "${OUTPUT}"
BrandingText "${NAME} ${VERSION}"
VIProductVersion "${VERSION}.0"
!macro Property language
  VIAddVersionKey /LANG=${language} "ProductName" "${TITLE}"
  VIAddVersionKey /LANG=${language} "FileDescription" "${TITLE}"
  VIAddVersionKey /LANG=${language} "ProductVersion" "${VERSION}"
  VIAddVersionKey /LANG=${language} "FileVersion" "${VERSION}"
  VIAddVersionKey /LANG=${language} "LegalCopyright" "${COPYRIGHT}"
!macroend

Var AllUsers     ; "1" for everyone on this PC, "0" for this user
Var OnDesktop    ; "1" puts an entry on the desktop
Var ForMe        ; the two choices of the first page
Var ForAll
Var Data         ; where the user's data lies, for the uninstaller to tell

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_LANGDLL_ALLLANGUAGES
!define MUI_LANGDLL_REGISTRY_ROOT HKCU
!define MUI_LANGDLL_REGISTRY_KEY "Software\${NAME}"
!define MUI_LANGDLL_REGISTRY_VALUENAME "InstallerLanguage"
!define MUI_FINISHPAGE_RUN "$INSTDIR\${PROGRAM}"
!define MUI_UNCONFIRMPAGE_TEXT_TOP "$(KEPT)"

Page custom ask_for_whom take_for_whom
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Thai"
!insertmacro MUI_LANGUAGE "English"
!insertmacro Property ${LANG_THAI}
!insertmacro Property ${LANG_ENGLISH}

!macro Text name thai english
  LangString ${name} ${LANG_THAI} "${thai}"
  LangString ${name} ${LANG_ENGLISH} "${english}"
!macroend
!insertmacro Text WHOM_TITLE "ติดตั้งให้ใคร" "Install for whom"
!insertmacro Text WHOM_HINT "โดยทั่วไปเลือกข้อแรก ไม่ต้องใช้สิทธิ์ผู้ดูแลระบบ" "The first choice suits most and needs no administrator."
!insertmacro Text FOR_ME "เฉพาะฉัน (ไม่ต้องใช้สิทธิ์ผู้ดูแลระบบ)" "Only for me (no administrator needed)"
!insertmacro Text FOR_ALL "ทุกคนที่ใช้เครื่องนี้ (Windows จะขอสิทธิ์ผู้ดูแลระบบ)" "For everyone on this PC (Windows asks for an administrator)"
!insertmacro Text OPEN "โปรแกรมเปิดอยู่ โปรดปิดโปรแกรมก่อน แล้วกดลองใหม่" "The program is open. Please close it, then retry."
!insertmacro Text NEWER "เครื่องนี้มีรุ่นที่ใหม่กว่าอยู่แล้ว ($R1) รุ่นเก่าอาจเปิดข้อมูลของรุ่นใหม่ไม่ได้ ต้องการติดตั้งรุ่น ${VERSION} ทับหรือไม่" "A newer version ($R1) is installed. This older one may not open its data. Install ${VERSION} over it?"
!insertmacro Text TOO_OLD "โปรแกรมนี้ต้องใช้ Windows 10 รุ่น 64 บิตขึ้นไป" "This program needs 64-bit Windows 10 or newer."
!insertmacro Text NO_ADMIN "ไม่ได้รับสิทธิ์ผู้ดูแลระบบ โปรดติดตั้งแบบเฉพาะฉัน หรือให้ผู้ดูแลระบบติดตั้งให้" "No administrator. Please install only for yourself, or ask an administrator."
!insertmacro Text FAILED "เขียนไฟล์ของโปรแกรมไม่ครบ โปรดตรวจว่าดิสก์ไม่เต็มแล้วติดตั้งใหม่" "Not all files could be written. Please check that the disk is not full and install again."
!insertmacro Text KEPT "จะเอาเฉพาะตัวโปรแกรมออก ข้อมูลของท่านไม่ถูกลบ และยังอยู่ที่ $Data" "Only the program is removed. Your data is kept, in $Data"
!insertmacro Text REMOVED "เอาโปรแกรมออกแล้ว ข้อมูลของท่านยังอยู่ครบที่$\r$\n$Data" "The program is removed. Your data is still in$\r$\n$Data"
!insertmacro Text CASE_FILE "ไฟล์ข้อมูล ITA" "ITA case file"

; --- for whom ------------------------------------------------------------------------

!macro UseScope
  ; The registry and the menus of everyone, or of this user.
  SetRegView 64
  ${If} $AllUsers == "1"
    SetShellVarContext all
  ${Else}
    SetShellVarContext current
  ${EndIf}
!macroend

!macro IsAdministrator result
  UserInfo::GetAccountType
  Pop ${result}
!macroend

!macro StartAsAdministrator words
  ; Starts this very setup again, with the rights; its exit code becomes ours.
  ; A refusal leaves us without one.
  System::Call 'kernel32::SetLastError(i 0)'
  ClearErrors
  ExecShellWait "runas" "$EXEPATH" "${words}"
  ${If} ${Errors}
    MessageBox MB_ICONSTOP "$(NO_ADMIN)" /SD IDOK
    SetErrorLevel 5
  ${EndIf}
  Quit
!macroend

Function use_scope
  !insertmacro UseScope
  ; An earlier version is replaced where it is.
  ReadRegStr $0 SHCTX "${UNINSTALL_KEY}" "InstallLocation"
  ${If} $0 != ""
    StrCpy $INSTDIR $0
  ${ElseIf} $AllUsers == "1"
    StrCpy $INSTDIR "$PROGRAMFILES64\${NAME}"
  ${Else}
    StrCpy $INSTDIR "$LOCALAPPDATA\Programs\${NAME}"
  ${EndIf}
FunctionEnd

Function .onInit
  StrCpy $AllUsers "0"
  StrCpy $OnDesktop "1"
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/ALLUSERS" $1
  ${IfNot} ${Errors}
    StrCpy $AllUsers "1"
  ${EndIf}
  ClearErrors
  ${GetOptions} $0 "/NODESKTOP" $1
  ${IfNot} ${Errors}
    StrCpy $OnDesktop "0"
  ${EndIf}
  ${IfNot} ${Silent}
    !insertmacro MUI_LANGDLL_DISPLAY
  ${EndIf}
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastWin10}
    MessageBox MB_ICONSTOP "$(TOO_OLD)" /SD IDOK
    SetErrorLevel 2
    Quit
  ${EndIf}
  StrCpy $2 $INSTDIR ; what /D= named
  ${If} $AllUsers == "1"
    !insertmacro IsAdministrator $1
    ${If} $1 != "Admin"
      !insertmacro StartAsAdministrator "$0"
    ${EndIf}
  ${EndIf}
  Call use_scope
  ${If} $2 != ""
    StrCpy $INSTDIR $2
  ${EndIf}
FunctionEnd

Function ask_for_whom
  ${If} $AllUsers == "1"
    Abort ; asked for on the command line, or started again with the rights
  ${EndIf}
  !insertmacro MUI_HEADER_TEXT "$(WHOM_TITLE)" "$(WHOM_HINT)"
  nsDialogs::Create 1018
  Pop $0
  ${NSD_CreateRadioButton} 0 20u 100% 14u "$(FOR_ME)"
  Pop $ForMe
  ${NSD_CreateRadioButton} 0 40u 100% 14u "$(FOR_ALL)"
  Pop $ForAll
  ${NSD_Check} $ForMe
  nsDialogs::Show
FunctionEnd

Function take_for_whom
  ${NSD_GetState} $ForAll $0
  ${If} $0 == ${BST_CHECKED}
    !insertmacro IsAdministrator $1
    ${If} $1 != "Admin"
      HideWindow
      !insertmacro StartAsAdministrator "/ALLUSERS"
    ${EndIf}
    StrCpy $AllUsers "1"
    Call use_scope
  ${EndIf}
FunctionEnd

; --- what stands in the way ----------------------------------------------------------

!macro WaitFor program
  ; A program that runs cannot be opened for writing.
  ${If} ${FileExists} "$INSTDIR\${program}"
    ${Do}
      ClearErrors
      FileOpen $0 "$INSTDIR\${program}" a
      ${IfNot} ${Errors}
        FileClose $0
        ${ExitDo}
      ${EndIf}
      ${If} ${Cmd} `MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(OPEN)" /SD IDCANCEL IDCANCEL`
        SetErrorLevel 3
        Quit
      ${EndIf}
    ${Loop}
  ${EndIf}
!macroend

!macro WaitForPrograms
  !insertmacro WaitFor "${PROGRAM}"
  !insertmacro WaitFor "${CONSOLE}"
!macroend

Function refuse_older
  ReadRegStr $R1 SHCTX "${UNINSTALL_KEY}" "DisplayVersion"
  ${If} $R1 != ""
    ${VersionCompare} "$R1" "${VERSION}" $0
    ${If} $0 == 1
      ${If} ${Cmd} `MessageBox MB_YESNO|MB_DEFBUTTON2|MB_ICONQUESTION "$(NEWER)" /SD IDNO IDNO`
        SetErrorLevel 4
        Quit
      ${EndIf}
    ${EndIf}
  ${EndIf}
FunctionEnd

; --- putting there, taking away ------------------------------------------------------

!macro RemoveProgram
  ; Only what an installer put there: the folder may hold files of the user's.
  Delete "$INSTDIR\${PROGRAM}"
  Delete "$INSTDIR\${CONSOLE}"
  ${If} ${FileExists} "$INSTDIR\_internal\python3*.dll"
    RMDir /r "$INSTDIR\_internal"
  ${EndIf}
!macroend

Section
  !insertmacro UseScope
  Call refuse_older
  !insertmacro WaitForPrograms
  !insertmacro RemoveProgram
  SetOutPath "$INSTDIR"
  ClearErrors
  File /r "${BUNDLE}\*"
  ${If} ${Errors}
    MessageBox MB_ICONSTOP "$(FAILED)" /SD IDOK
    SetErrorLevel 2
    Quit
  ${EndIf}
  WriteUninstaller "$INSTDIR\uninstall.exe"

  CreateShortcut "$SMPROGRAMS\${TITLE}.lnk" "$INSTDIR\${PROGRAM}"
  ${If} $OnDesktop == "1"
    CreateShortcut "$DESKTOP\${TITLE}.lnk" "$INSTDIR\${PROGRAM}"
  ${EndIf}

  WriteRegStr SHCTX "Software\Classes\${SUFFIX}" "" "${KIND}"
  WriteRegStr SHCTX "Software\Classes\${SUFFIX}\OpenWithProgids" "${KIND}" ""
  WriteRegStr SHCTX "Software\Classes\${KIND}" "" "$(CASE_FILE)"
  WriteRegStr SHCTX "Software\Classes\${KIND}\DefaultIcon" "" "$INSTDIR\${PROGRAM},0"
  WriteRegStr SHCTX "Software\Classes\${KIND}\shell\open\command" "" '"$INSTDIR\${PROGRAM}" "%1"'

  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayName" "${TITLE}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\${PROGRAM}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "Publisher" "${NAME}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "AllUsers" "$AllUsers"
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "EstimatedSize" $0
  ${RefreshShellIcons}
SectionEnd

Function un.onInit
  !insertmacro MUI_UNGETLANGUAGE
  SetRegView 64
  StrCpy $AllUsers "0"
  StrCpy $Data "$LOCALAPPDATA\${NAME}"
  ReadRegStr $0 HKLM "${UNINSTALL_KEY}" "InstallLocation"
  ${If} $0 == $INSTDIR
    StrCpy $AllUsers "1"
    StrCpy $Data "%LOCALAPPDATA%\${NAME}" ; each user's own
    !insertmacro IsAdministrator $1
    ${If} $1 != "Admin"
      ${GetParameters} $0
      ExecShell "runas" "$INSTDIR\uninstall.exe" "$0"
      Quit
    ${EndIf}
  ${EndIf}
  !insertmacro UseScope
FunctionEnd

Section "Uninstall"
  !insertmacro UseScope
  !insertmacro WaitForPrograms
  !insertmacro RemoveProgram
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR" ; only when nothing is left in it
  Delete "$SMPROGRAMS\${TITLE}.lnk"
  Delete "$DESKTOP\${TITLE}.lnk"
  ReadRegStr $0 SHCTX "Software\Classes\${SUFFIX}" ""
  ${If} $0 == "${KIND}"
    DeleteRegValue SHCTX "Software\Classes\${SUFFIX}" ""
  ${EndIf}
  DeleteRegValue SHCTX "Software\Classes\${SUFFIX}\OpenWithProgids" "${KIND}"
  DeleteRegKey /ifempty SHCTX "Software\Classes\${SUFFIX}\OpenWithProgids"
  DeleteRegKey /ifempty SHCTX "Software\Classes\${SUFFIX}"
  DeleteRegKey SHCTX "Software\Classes\${KIND}"
  DeleteRegKey SHCTX "${UNINSTALL_KEY}"
  DeleteRegKey HKCU "Software\${NAME}" ; the language of the setup, nothing else
  ${RefreshShellIcons}
  MessageBox MB_ICONINFORMATION "$(REMOVED)" /SD IDOK
SectionEnd
