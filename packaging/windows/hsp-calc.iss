; The installer of Windows, by Inno Setup 6, from the bundle that packaging/bundle.py leaves:
;     ISCC /DVersion=... packaging\windows\hsp-calc.iss
; It installs for the user who runs it and asks for no administrator.

#ifndef Version
  #error Give the version: ISCC /DVersion=...
#endif
#define Root "..\.."
#define Bundle Root + "\build\bundle\dist\hsp-calc"

[Setup]
AppId={{7E0C5B0C-6B1F-4C0E-9C55-3B4B0B7B7E52}
AppName=HSP Calc
AppVersion={#Version}
AppPublisher=The HSP Calc developers
DefaultDirName={autopf}\HSP Calc
DefaultGroupName=HSP Calc
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
ChangesAssociations=yes
CloseApplications=yes
Compression=lzma2/max
SolidCompression=yes
WizardStyle=modern
LicenseFile={#Root}\LICENSE
SetupIconFile={#Root}\build\bundle\icons\hsp-calc.ico
UninstallDisplayIcon={app}\hsp-calc-gui.exe
OutputDir={#Root}\dist
OutputBaseFilename=hsp-calc-{#Version}-windows-x86_64-setup
#ifdef Sign
SignTool={#Sign}
SignedUninstaller=yes
#endif

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "ja"; MessagesFile: "compiler:Languages\Japanese.isl"

[CustomMessages]
en.CaseFile=HSP Calc case
ja.CaseFile=HSP Calc の案件ファイル

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; GroupDescription: "{cm:AdditionalIcons}"; Flags: unchecked

[InstallDelete]
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "{#Bundle}\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{autoprograms}\HSP Calc"; Filename: "{app}\hsp-calc-gui.exe"
Name: "{autodesktop}\HSP Calc"; Filename: "{app}\hsp-calc-gui.exe"; Tasks: desktopicon

[Registry]
Root: HKA; Subkey: "Software\Classes\.hspcase"; ValueType: string; ValueData: "HSPCalc.Case"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.hspcase"; ValueType: string; ValueName: "Content Type"; ValueData: "application/x-hsp-case"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\HSPCalc.Case"; ValueType: string; ValueData: "{cm:CaseFile}"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\HSPCalc.Case\DefaultIcon"; ValueType: string; ValueData: "{app}\hsp-calc-gui.exe,0"
Root: HKA; Subkey: "Software\Classes\HSPCalc.Case\shell\open\command"; ValueType: string; ValueData: """{app}\hsp-calc-gui.exe"" ""%1"""

[Run]
Filename: "{app}\hsp-calc-gui.exe"; Description: "{cm:LaunchProgram,HSP Calc}"; Flags: nowait postinstall skipifsilent
