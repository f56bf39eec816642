@echo off
rem Starts Vitrine. In a source tree it first builds what is missing or older than the sources.
setlocal EnableExtensions DisableDelayedExpansion

set "HERE=%~dp0"
set "HERE=%HERE:~0,-1%"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "PATH=%JAVA_HOME%\bin;%PATH%"

where java >nul 2>nul
if errorlevel 1 (
    echo Vitrine needs a JDK 17 or newer, and found no Java. 1>&2
    goto how_to_install_java
)
set "VERSION="
for /f "tokens=3" %%V in ('java -version 2^>^&1 ^| findstr /c:" version "') do if not defined VERSION set "VERSION=%%~V"
set "MAJOR="
for /f "delims=.-+ " %%M in ("%VERSION%") do set "MAJOR=%%M"
if not defined MAJOR (
    echo Vitrine needs a JDK 17 or newer, but the Java that it found does not start. 1>&2
    goto how_to_install_java
)
if %MAJOR% LSS 17 (
    echo Vitrine needs a JDK 17 or newer, but found Java %VERSION%. 1>&2
    goto how_to_install_java
)

if exist "%HERE%\lib\app\" (
    set "DIST=%HERE%"
    goto run
)
set "DIST=%HERE%\packaging\target\vitrine"
powershell -NoProfile -ExecutionPolicy Bypass -File "%HERE%\packaging\build.ps1" -Root "%HERE%" -Dist "%DIST%"
if errorlevel 1 exit /b 1

:run
set "FLAGS=-XX:+UseSerialGC -XX:NewSize=48m -XX:Tier4InvocationThreshold=500000 -XX:Tier4MinInvocationThreshold=60000 -XX:Tier4CompileThreshold=1500000 -XX:Tier4BackEdgeThreshold=4000000 -Dfile.encoding=UTF-8"
if %MAJOR% GEQ 24 set "FLAGS=%FLAGS% --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"
rem From Java 19 on, Java itself writes and renews an archive of the window's classes.
set "CLASSES=%USERPROFILE%\.vitrine\classes"
if "%~1"=="" if %MAJOR% GEQ 19 (
    if not exist "%CLASSES%\" mkdir "%CLASSES%" 2>nul
    if exist "%CLASSES%\" set FLAGS=%FLAGS% -XX:+AutoCreateSharedArchive "-XX:SharedArchiveFile=%CLASSES%\window.jsa" -Xlog:cds=off,cds+dynamic=off
)
java %FLAGS% "-Dvitrine.home=%DIST%" -cp "%DIST%\lib\app\*" org.vitrine.app.Main %*
exit /b %ERRORLEVEL%

:how_to_install_java
echo   Install one with:  winget install EclipseAdoptium.Temurin.21.JDK 1>&2
echo   Or set JAVA_HOME to the folder of a JDK that you have. 1>&2
exit /b 1
