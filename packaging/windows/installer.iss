; The installer for Windows: for one user, without administrator rights. Inno Setup 6.3 or newer;
; python3 dev.py build --package builds the program and then this.

#define Name "SalesMate Sync"
#define Window "SalesMate Sync.exe"
#define Terminal "salesmate-sync.exe"
#define Built AddBackslash(SourcePath) + "..\..\dist\salesmate-sync"
; The build wrote pyproject.toml's version into the program.
#define Version GetStringFileInfo(AddBackslash(Built) + Window, "ProductVersion")
#if Version == ""
  #error There is no program with a version in dist\salesmate-sync: build it first.
#endif
; How Windows knows that a later version is the same program. Never to be changed.
#define Id "A9DD34AA-703A-46B2-BFC4-297F79FA1C19"
; As app/platform/autostart.py and app/platform/folders.py have them.
#define RunKey "Software\Microsoft\Windows\CurrentVersion\Run"
#define DataFolder "{localappdata}\salesmate-sync"

[Setup]
AppId={{{#Id}}
AppName={#Name}
AppVersion={#Version}
AppPublisher=SalesMate
VersionInfoVersion={#GetVersionNumbersString(AddBackslash(Built) + Window)}
PrivilegesRequired=lowest
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
; Windows 10 1809: the oldest that Qt 6 runs on.
MinVersion=10.0.17763
DefaultDirName={autopf}\{#Name}
DisableProgramGroupPage=yes
OutputDir=..\..\dist
OutputBaseFilename=salesmate-sync-{#Version}-windows-x64
SetupIconFile=..\..\build\made\app.ico
UninstallDisplayIcon={app}\{#Window}
UninstallDisplayName={#Name}
Compression=lzma2/max
SolidCompression=yes
WizardStyle=modern
; What --quit below did not end, Windows asks to end.
CloseApplications=yes
CloseApplicationsFilter=*.exe,*.dll,*.pyd
RestartApplications=no

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; GroupDescription: "{cm:AdditionalIcons}"; Flags: unchecked
; Only at first: later the program's own settings decide, and an upgrade leaves that as it is.
Name: "autostart"; Description: "Start with the computer, as an icon beside the clock"; Flags: unchecked; Check: IsFirst

[InstallDelete]
; Of an older version: parts that the new one no longer has.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "{#Built}\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{autoprograms}\{#Name}"; Filename: "{app}\{#Window}"
Name: "{autodesktop}\{#Name}"; Filename: "{app}\{#Window}"; Tasks: desktopicon

[Registry]
Root: HKCU; Subkey: "{#RunKey}"; ValueType: string; ValueName: "{#Name}"; ValueData: """{app}\{#Window}"" --background"; Tasks: autostart
; Writes nothing, and removes at the end what the program's settings may have written.
Root: HKCU; Subkey: "{#RunKey}"; ValueType: none; ValueName: "{#Name}"; Flags: dontcreatekey uninsdeletevalue

[Run]
Filename: "{app}\{#Window}"; Description: "{cm:LaunchProgram,{#Name}}"; Flags: nowait postinstall skipifsilent
Filename: "{app}\{#Window}"; Parameters: "--background"; Flags: nowait; Check: IsStartAsked

[Code]
function IsFirst: Boolean;
begin
  Result := not RegKeyExists(HKCU, 'Software\Microsoft\Windows\CurrentVersion\Uninstall\{' + '{#Id}' + '}_is1');
end;

{ A silent installation starts nothing, unless /START=yes was given. }
function IsStartAsked: Boolean;
begin
  Result := WizardSilent and (ExpandConstant('{param:start|no}') = 'yes');
end;

{ A window that runs is asked to end; it has closed its data when this returns. }
procedure EndRunning;
var
  Terminal: String;
  Code: Integer;
begin
  Terminal := ExpandConstant('{app}\{#Terminal}');
  if FileExists(Terminal) then
    Exec(Terminal, '--quit', '', SW_HIDE, ewWaitUntilTerminated, Code);
end;

function PrepareToInstall(var NeedsRestart: Boolean): String;
begin
  EndRunning;
  Result := '';
end;

{ Its process may need a moment more, and Windows deletes no file of a program that runs. }
procedure WaitForEnd;
var
  Tries: Integer;
  Window: String;
begin
  Window := ExpandConstant('{app}\{#Window}');
  for Tries := 1 to 40 do
  begin
    if not FileExists(Window) or DeleteFile(Window) then
      Exit;
    Sleep(250);
  end;
end;

procedure AskAboutData;
var
  Folder: String;
begin
  Folder := ExpandConstant('{#DataFolder}');
  if UninstallSilent or not DirExists(Folder) then
    Exit;
  if MsgBox('Your data stays on this PC, and is there again when you install {#Name} once more.' + #13#10#13#10 +
    'Do you want to delete it now, with its backups? It can''t be brought back.' + #13#10 + Folder,
    mbConfirmation, MB_YESNO or MB_DEFBUTTON2) = IDYES then
    DelTree(Folder, True, True, True);
end;

procedure CurUninstallStepChanged(Step: TUninstallStep);
begin
  if Step = usUninstall then
  begin
    EndRunning;
    WaitForEnd;
  end;
  if Step = usPostUninstall then
    AskAboutData;
end;
