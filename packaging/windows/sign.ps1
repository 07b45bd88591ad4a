# Signs files with the certificate in the environment: CERTIFICATE (PKCS 12, base64) and CERTIFICATE_PASSWORD.
param([Parameter(Mandatory, ValueFromRemainingArguments)][string[]]$Files)
$ErrorActionPreference = "Stop"
$store = Join-Path $env:RUNNER_TEMP "certificate.pfx"
[IO.File]::WriteAllBytes($store, [Convert]::FromBase64String($env:CERTIFICATE))
try {
  $tool = Get-ChildItem "${env:ProgramFiles(x86)}\Windows Kits\10\bin\*\x64\signtool.exe" | Sort-Object FullName | Select-Object -Last 1
  & $tool.FullName sign /f $store /p $env:CERTIFICATE_PASSWORD /fd SHA256 /tr http://timestamp.digicert.com /td SHA256 $Files
  if ($LASTEXITCODE) { throw "signtool failed" }
} finally {
  Remove-Item $store
}
