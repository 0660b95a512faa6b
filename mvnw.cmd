@echo off
rem mvnw.cmd starts Parley in dev mode; with goals it runs the installed Maven on a JDK of 21 or newer.
setlocal EnableDelayedExpansion
set "HERE=%~dp0"
if "%HERE:~-1%"=="\" set "HERE=%HERE:~0,-1%"

set "FOUND="
if defined JAVA_HOME call :consider "%JAVA_HOME%"
for /f "delims=" %%J in ('where javac 2^>nul') do call :consider "%%~dpJ.."
for /d %%J in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\jdk*" "%USERPROFILE%\.jdks\*") do call :consider "%%~J"
if not defined FOUND (
  echo Parley needs JDK 21 or newer, and none was found in JAVA_HOME, on the PATH or in the usual folders: install one, or set JAVA_HOME. 1>&2
  exit /b 1
)

set "MAVEN="
for /f "delims=" %%M in ('where mvn.cmd 2^>nul') do if not defined MAVEN set "MAVEN=%%M"
if not defined MAVEN (
  echo Parley needs Maven 3.8.7 or newer, and there is no mvn on the PATH: install it. 1>&2
  exit /b 1
)
where node >nul 2>nul
if errorlevel 1 (
  echo Parley needs Node 20.19 or newer, and there is no node on the PATH: install it. 1>&2
  exit /b 1
)

set "JAVA_HOME=%FOUND%"
rem Options alone, such as -Dliberty.debug=true, leave the default goals: dev mode. cmd splits -Da=b at the equals sign,
rem so what follows it counts as a part of the option.
set "DEV=true"
set "VALUE="
for %%A in (%*) do (
  set "ARGUMENT=%%~A"
  if "!ARGUMENT:~0,2!"=="-D" (set "VALUE=true") else if "!ARGUMENT!"=="-o" (set "VALUE=") else if defined VALUE (set "VALUE=") else set "DEV="
)
if not defined DEV (
  call "%MAVEN%" -f "%HERE%\pom.xml" -ntp %*
  exit /b !ERRORLEVEL!
)
"%FOUND%\bin\javac" -d "%HERE%\target\console" "%HERE%\dev-services\src\main\java\parley\devservices\console\*.java"
if errorlevel 1 exit /b 1
"%FOUND%\bin\java" -Xmx64m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp "%HERE%\target\console" parley.devservices.console.DevServer "%HERE%" "%MAVEN%" %*
exit /b %ERRORLEVEL%

:consider
if defined FOUND exit /b 0
if not exist "%~1\bin\javac.exe" exit /b 0
for /f "tokens=2 delims=. " %%V in ('""%~1\bin\javac.exe" -version" 2^>^&1') do if %%V GEQ 21 set "FOUND=%~1"
exit /b 0
