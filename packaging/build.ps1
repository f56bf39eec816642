# Called by vitrine.cmd: builds the distribution if it is missing or older than the sources.
param(
    [Parameter(Mandatory = $true)][string]$Root,
    [Parameter(Mandatory = $true)][string]$Dist
)

function Say([string]$Text) { [Console]::Error.WriteLine($Text) }

function Test-Outdated {
    $built = Join-Path $Dist 'built'
    if (-not (Test-Path $built)) { return $true }
    $since = (Get-Item $built).LastWriteTimeUtc
    $folders = '.mvn', 'app', 'datasets', 'examples', 'model-designer', 'packaging', 'training-runner', 'visualizers'
    $files = @(Get-ChildItem -File (Join-Path $Root '*') -Include 'pom.xml', 'vitrine*')
    foreach ($folder in $folders) {
        $path = Join-Path $Root $folder
        if (Test-Path $path) { $files += Get-ChildItem -File -Recurse $path }
    }
    $newer = $files | Where-Object {
        $_.LastWriteTimeUtc -gt $since -and $_.FullName -notmatch '[\\/](target|src[\\/]test)[\\/]'
    }
    return @($newer).Count -gt 0
}

if (-not (Test-Outdated)) { exit 0 }

if (-not (Get-Command javac -ErrorAction SilentlyContinue)) {
    Say 'Vitrine is built with a JDK 17 or newer, but the Java that was found has no compiler.'
    Say '  Install one with:  winget install EclipseAdoptium.Temurin.21.JDK'
    exit 1
}
if (-not (Get-Command mvn -ErrorAction SilentlyContinue)) {
    Say "Vitrine is built with Maven 3.8 or newer, and found no 'mvn' on the PATH."
    Say '  Unpack Apache Maven and add its bin folder to the PATH, or install it with Chocolatey or Scoop.'
    exit 1
}

$target = Join-Path (Join-Path $Root 'packaging') 'target'
New-Item -ItemType Directory -Force $target | Out-Null
$log = Join-Path $target 'build.log'
$arguments = @('-B', '-Dmaven.test.skip=true', '-Dspotless.check.skip=true')
if (Test-Path (Join-Path (Join-Path $Dist 'lib') 'cuda')) { $arguments += '-Pcuda' }
$arguments += 'package'

Say 'Building Vitrine (first time, or its sources changed).'
Push-Location $Root
& mvn @arguments 2>&1 | ForEach-Object { "$_" } | Tee-Object -FilePath $log | ForEach-Object {
    if ($_ -match 'Building Vitrine: (.*) [0-9][^ ]* +\[([0-9]+)/([0-9]+)\]') {
        # The first of Maven's modules is the project itself.
        Say ('building ({0}/{1}) {2}...' -f ([int]$Matches[2] - 1), ([int]$Matches[3] - 1), $Matches[1])
    }
}
$failed = $LASTEXITCODE -ne 0
Pop-Location
if ($failed) {
    Select-String -Path $log -Pattern '^\[ERROR\]' | Select-Object -First 3 | ForEach-Object { Say $_.Line }
    Say "The build failed. The whole log: $log"
    exit 1
}
