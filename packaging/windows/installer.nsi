; The setup: per user, without administrator rights, in Vietnamese. makensis is called by package.sh with
;   -DVERSION=x.y.z  -DPAYLOAD=folder of the frozen program  -DSIZE_KB=its size  -DOUTPUT=setup.exe
;   -DARCHITECTURE=x86-unicode (a release: its first words must run on a 32-bit Windows too) or amd64-unicode (wine64)
;   -DRESOURCES=the folder resources   -DSIGN=command, which signs the uninstaller and the setup
;
; On the command line:  /S silent   /D=folder, last and without quotes   /NOASSOC=1 leaves .danvan files alone
; Exit codes, of the setup and of uninstall.exe:
;   0 done   1 cancelled   2 aborted   3 Windows too old or 32-bit   4 the program is running
;   5 the folder holds files of somebody else   6 files could not be written or removed; an update is undone

!define CODE_SYSTEM 3
!define CODE_RUNNING 4
!define CODE_FOREIGN 5
!define CODE_FILES 6
!define OLDEST_BUILD 17763 ; Windows 10, version 1809

Unicode true
Target ${ARCHITECTURE}
!ifdef FAST ; for trials
  SetCompress off
!else
  SetCompressor /SOLID lzma
  SetCompressorDictSize 64
!endif
RequestExecutionLevel user
ManifestDPIAware true
ManifestLongPathAware true
BrandingText " "
Name "Danvan Desktop"
OutFile "${OUTPUT}"
InstallDir "$LOCALAPPDATA\Programs\DanvanDesktop"
InstallDirRegKey HKCU "Software\DanvanDesktop" "InstallDir"

!ifdef SIGN
  !uninstfinalize '${SIGN} "%1"' = 0
  !finalize '${SIGN} "%1"' = 0
!endif

!include FileFunc.nsh
!include LogicLib.nsh
!include MUI2.nsh
!include WinVer.nsh
!include x64.nsh

!define PROGRAM "danvan-desktop.exe"
!define DATA "$LOCALAPPDATA\DanvanDesktop" ; danvan_desktop/paths.py; never touched here
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\DanvanDesktop"
!define CLASSES "Software\Classes"
!define PROGID "DanvanDesktop.Report"

!define MUI_ICON "${RESOURCES}/icons/danvan-desktop.ico"
!define MUI_UNICON "${MUI_ICON}"
!define MUI_ABORTWARNING
!define MUI_PAGE_CUSTOMFUNCTION_LEAVE LeaveDirectoryPage
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_RUN "$INSTDIR\${PROGRAM}"
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!define MUI_FINISHPAGE_TEXT "$(UNINSTALLED)"
!insertmacro MUI_UNPAGE_FINISH
!insertmacro MUI_LANGUAGE "Vietnamese"

LangString TOO_OLD ${LANG_VIETNAMESE} "Danvan Desktop cần Windows 10 phiên bản 1809 trở lên, bản 64 bit. Máy này dùng Windows cũ hơn hoặc bản 32 bit nên không cài được."
LangString RUNNING ${LANG_VIETNAMESE} "Danvan Desktop đang chạy. Hãy đóng phần mềm rồi thử lại; chưa có gì thay đổi."
LangString FOREIGN ${LANG_VIETNAMESE} "Thư mục $INSTDIR đang có tệp khác. Hãy chọn một thư mục trống hoặc thư mục đã cài Danvan Desktop."
LangString NOT_WRITTEN ${LANG_VIETNAMESE} "Không ghi được tệp vào $INSTDIR. Hãy xem ổ đĩa còn chỗ trống và thư mục có cho ghi không. Bản cài trước (nếu có) vẫn còn nguyên."
LangString NOT_REMOVED ${LANG_VIETNAMESE} "Không xóa được một số tệp trong $INSTDIR. Hãy khởi động lại máy rồi xóa thư mục này."
LangString UNINSTALLED ${LANG_VIETNAMESE} "Đã gỡ Danvan Desktop. Các báo cáo của bạn vẫn còn trong thư mục:$\r$\n$\r$\n${DATA}"
LangString REPORT ${LANG_VIETNAMESE} "Báo cáo Danvan"

VIProductVersion "${VERSION}.0"
VIFileVersion "${VERSION}.0"
VIAddVersionKey /LANG=${LANG_VIETNAMESE} ProductName "Danvan Desktop"
VIAddVersionKey /LANG=${LANG_VIETNAMESE} ProductVersion "${VERSION}"
VIAddVersionKey /LANG=${LANG_VIETNAMESE} FileDescription "Danvan Desktop (bộ cài)"
VIAddVersionKey /LANG=${LANG_VIETNAMESE} FileVersion "${VERSION}"
VIAddVersionKey /LANG=${LANG_VIETNAMESE} CompanyName "The Danvan Desktop developers"
VIAddVersionKey /LANG=${LANG_VIETNAMESE} LegalCopyright "© The Danvan Desktop developers. MIT License."

Var Writing ; "yes" once new files are being written

!macro Refuse message code
  MessageBox MB_OK|MB_ICONEXCLAMATION "${message}" /SD IDOK
  SetErrorLevel ${code}
  Quit
!macroend

; "running" or "" on the stack. A program that runs cannot be opened for writing.
!macro DefineIsRunning prefix
  Function ${prefix}IsRunning
    ${If} ${FileExists} "$INSTDIR\${PROGRAM}"
      ClearErrors
      FileOpen $0 "$INSTDIR\${PROGRAM}" a
      ${If} ${Errors}
        Push "running"
        Return
      ${EndIf}
      FileClose $0
    ${EndIf}
    Push ""
  FunctionEnd
!macroend
!insertmacro DefineIsRunning ""
!insertmacro DefineIsRunning "un."

; "foreign" or "" on the stack. A folder that this setup has filled has its uninstaller.
Function IsForeign
  ${DirState} "$INSTDIR" $0
  ${If} $0 = 1
  ${AndIfNot} ${FileExists} "$INSTDIR\uninstall.exe"
    Push "foreign"
  ${Else}
    Push ""
  ${EndIf}
FunctionEnd

Function .onInit
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastBuild} ${OLDEST_BUILD}
    !insertmacro Refuse "$(TOO_OLD)" ${CODE_SYSTEM}
  ${EndIf}
  SetShellVarContext current
FunctionEnd

Function LeaveDirectoryPage
  Call IsForeign
  Pop $0
  ${If} $0 != ""
    MessageBox MB_OK|MB_ICONEXCLAMATION "$(FOREIGN)"
    Abort
  ${EndIf}
  Call IsRunning
  Pop $0
  ${If} $0 != ""
    MessageBox MB_OK|MB_ICONEXCLAMATION "$(RUNNING)"
    Abort
  ${EndIf}
FunctionEnd

; What the setup writes, beside its uninstaller. An older version's is moved into _old as a whole before new files
; are written, so that nothing stale stays and it can be moved back.
!macro ForEachEntry do
  !insertmacro ${do} "_internal"
  !insertmacro ${do} "licences"
  !insertmacro ${do} "${PROGRAM}"
  !insertmacro ${do} "danvan-desktop-cli.exe"
!macroend

!macro Remove entry
  RMDir /r "$INSTDIR\${entry}"
  Delete "$INSTDIR\${entry}"
!macroend

!macro SetAside entry
  ${If} ${FileExists} "$INSTDIR\${entry}"
    Rename "$INSTDIR\${entry}" "$INSTDIR\_old\${entry}"
  ${EndIf}
!macroend

!macro PutBack entry
  ${If} ${FileExists} "$INSTDIR\_old\${entry}"
    !insertmacro Remove "${entry}"
    Rename "$INSTDIR\_old\${entry}" "$INSTDIR\${entry}"
  ${ElseIf} $Writing == "yes"
    !insertmacro Remove "${entry}"
  ${EndIf}
!macroend

; As it was before: an older version is back, or there is nothing.
Function Undo
  SetOutPath "$TEMP"
  !insertmacro ForEachEntry PutBack
  RMDir "$INSTDIR\_old"
  ${IfNot} ${FileExists} "$INSTDIR\${PROGRAM}"
    Delete "$INSTDIR\uninstall.exe"
    RMDir "$INSTDIR"
  ${EndIf}
FunctionEnd

Function .onInstFailed ; the disk is full, or a file was kept from us while it was being written
  Call Undo
  SetErrorLevel ${CODE_FILES}
FunctionEnd

Section
  Call IsForeign
  Pop $0
  ${If} $0 != ""
    !insertmacro Refuse "$(FOREIGN)" ${CODE_FOREIGN}
  ${EndIf}
  Call IsRunning
  Pop $0
  ${If} $0 != ""
    !insertmacro Refuse "$(RUNNING)" ${CODE_RUNNING}
  ${EndIf}

  RMDir /r "$INSTDIR\_old" ; of an update that was cut off
  ClearErrors
  CreateDirectory "$INSTDIR\_old"
  !insertmacro ForEachEntry SetAside
  SetOutPath "$INSTDIR"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  SetOverwrite try
  ${IfNot} ${Errors}
    StrCpy $Writing "yes"
    File /r "${PAYLOAD}/*.*"
  ${EndIf}
  ${If} ${Errors}
    Call Undo
    !insertmacro Refuse "$(NOT_WRITTEN)" ${CODE_FILES}
  ${EndIf}
  RMDir /r "$INSTDIR\_old"

  CreateShortcut "$SMPROGRAMS\Danvan Desktop.lnk" "$INSTDIR\${PROGRAM}"
  WriteRegStr HKCU "Software\DanvanDesktop" "InstallDir" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayName" "Danvan Desktop"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\${PROGRAM}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "Publisher" "The Danvan Desktop developers"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "EstimatedSize" ${SIZE_KB}
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoRepair" 1

  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/NOASSOC=" $1
  ${If} $1 != "1"
    WriteRegStr HKCU "${CLASSES}\.danvan" "" "${PROGID}"
    WriteRegStr HKCU "${CLASSES}\${PROGID}" "" "$(REPORT)"
    WriteRegStr HKCU "${CLASSES}\${PROGID}\DefaultIcon" "" "$INSTDIR\${PROGRAM},0"
    WriteRegStr HKCU "${CLASSES}\${PROGID}\shell\open\command" "" '"$INSTDIR\${PROGRAM}" "%1"'
    ${RefreshShellIcons}
  ${EndIf}
SectionEnd

Function un.onInit
  SetShellVarContext current
  Call un.IsRunning
  Pop $0
  ${If} $0 != ""
    !insertmacro Refuse "$(RUNNING)" ${CODE_RUNNING}
  ${EndIf}
FunctionEnd

Section Uninstall
  SetOutPath "$TEMP"
  !insertmacro ForEachEntry Remove
  !insertmacro Remove "_old"
  Delete "$SMPROGRAMS\Danvan Desktop.lnk"
  ReadRegStr $0 HKCU "${CLASSES}\.danvan" ""
  ${If} $0 == "${PROGID}"
    DeleteRegKey HKCU "${CLASSES}\.danvan"
  ${EndIf}
  DeleteRegKey HKCU "${CLASSES}\${PROGID}"
  DeleteRegKey HKCU "${UNINSTALL_KEY}"
  DeleteRegKey HKCU "Software\DanvanDesktop"
  ${RefreshShellIcons}
  DetailPrint "$(UNINSTALLED)"
  ${If} ${FileExists} "$INSTDIR\_internal"
  ${OrIf} ${FileExists} "$INSTDIR\${PROGRAM}"
    !insertmacro Refuse "$(NOT_REMOVED)" ${CODE_FILES}
  ${EndIf}
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR" ; only when nobody else has a file there
SectionEnd
