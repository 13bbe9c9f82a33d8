; SPDX-License-Identifier: MPL-2.0
; The installer for Windows, by Inno Setup 6: iscc /DVersion=0.1.0 packaging\installer\evidencepack.iss
; `python packaging/package.py` makes the folder it packs. The workflow file runs both; never run on a machine of ours.
; Each person installs it for themselves, without an administrator.

#ifndef Version
  #error Say the version: iscc /DVersion=0.1.0
#endif

[Setup]
AppId={{6B0B6B5E-6E0F-4E0C-9E43-6B0C7A3E2D11}
AppName=evidencepack
AppVersion={#Version}
AppPublisher=the evidencepack contributors
DefaultDirName={autopf}\evidencepack
DefaultGroupName=evidencepack
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
LicenseFile=..\..\LICENSE
SetupIconFile=..\..\build\icon\evidencepack.ico
UninstallDisplayIcon={app}\evidencepack-window.exe
OutputDir=..\..\build\packages
OutputBaseFilename=evidencepack-{#Version}-windows
Compression=lzma2
SolidCompression=yes
ChangesAssociations=yes
ChangesEnvironment=yes
WizardStyle=modern

[Tasks]
Name: "desktop"; Description: "Put an icon on the desktop"; Flags: unchecked
Name: "path"; Description: "Let me type evidencepack in a console (adds it to your PATH)"; Flags: unchecked

[Files]
Source: "..\..\build\frozen\evidencepack\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[InstallDelete]
; What an older version brought and this one does not.
Type: filesandordirs; Name: "{app}\_internal"

[Icons]
Name: "{group}\evidencepack"; Filename: "{app}\evidencepack-window.exe"
Name: "{autodesktop}\evidencepack"; Filename: "{app}\evidencepack-window.exe"; Tasks: desktop

[Registry]
Root: HKA; Subkey: "Software\Classes\.evidencepack"; ValueType: string; ValueData: "evidencepack.workspace"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\evidencepack.workspace"; ValueType: string; ValueData: "evidencepack workspace"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\evidencepack.workspace\DefaultIcon"; ValueType: string; ValueData: "{app}\evidencepack-window.exe,0"
Root: HKA; Subkey: "Software\Classes\evidencepack.workspace\shell\open\command"; ValueType: string; ValueData: """{app}\evidencepack-window.exe"" app ""%1"""
Root: HKCU; Subkey: "Environment"; ValueType: expandsz; ValueName: "Path"; ValueData: "{olddata};{app}"; Tasks: path; Check: NotOnPath

[Run]
Filename: "{app}\evidencepack-window.exe"; Description: "Open evidencepack"; Flags: nowait postinstall skipifsilent

[Code]
function NotOnPath: Boolean;
var
  Now: string;
begin
  if not RegQueryStringValue(HKCU, 'Environment', 'Path', Now) then
    Now := '';
  Result := Pos(';' + Uppercase(ExpandConstant('{app}')) + ';', ';' + Uppercase(Now) + ';') = 0;
end;
