/* What CPython's venvlauncher.exe does, for the Python that assemble-python.sh makes: it lies in an environment as
 * python.exe (or, with -DWINDOWED, pythonw.exe), reads "home" from pyvenv.cfg beside or above it, and starts the
 * Python there, which learns by __PYVENV_LAUNCHER__ which environment it is in. */
#include <windows.h>
#include <stdio.h>
#include <string.h>
#include <wchar.h>

#define LENGTH 32768

#ifdef WINDOWED
static const wchar_t NAME[] = L"\\pythonw.exe";
#else
static const wchar_t NAME[] = L"\\python.exe";
#endif

static wchar_t self[LENGTH], folder[LENGTH], configuration[LENGTH], program[LENGTH];

/* The path of NAME below the "home" that the file says; 0 where there is no such file. */
static int read_home(const wchar_t *path)
{
    static char text[65536];
    FILE *file = _wfopen(path, L"rb");
    if (!file)
        return 0;
    text[fread(text, 1, sizeof text - 1, file)] = 0;
    fclose(file);
    char *home = strstr(text, "home");
    if (!home || !(home = strchr(home, '=')))
        return 0;
    home += 1 + strspn(home + 1, " ");
    home[strcspn(home, "\r\n")] = 0;
    MultiByteToWideChar(CP_UTF8, 0, home, -1, program, LENGTH);
    wcscat(program, NAME);
    return 1;
}

static int find_home(void)
{
    wcscpy(folder, self);
    for (int level = 0; level < 2; level++) {
        *wcsrchr(folder, L'\\') = 0;
        wcscpy(configuration, folder);
        wcscat(configuration, L"\\pyvenv.cfg");
        if (read_home(configuration))
            return 1;
    }
    return 0;
}

static int start(void)
{
    STARTUPINFOW startup;
    PROCESS_INFORMATION process;
    DWORD code;

    GetModuleFileNameW(NULL, self, LENGTH);
    if (!find_home()) {
        fwprintf(stderr, L"no pyvenv.cfg\n");
        return 106;
    }
    SetEnvironmentVariableW(L"__PYVENV_LAUNCHER__", self);
    GetStartupInfoW(&startup);
    if (!CreateProcessW(program, GetCommandLineW(), NULL, NULL, TRUE, 0, NULL, NULL, &startup, &process)) {
        fwprintf(stderr, L"cannot start %ls\n", program);
        return 101;
    }
    WaitForSingleObject(process.hProcess, INFINITE);
    GetExitCodeProcess(process.hProcess, &code);
    return (int)code;
}

#ifdef WINDOWED
int WINAPI wWinMain(HINSTANCE instance, HINSTANCE previous, LPWSTR line, int show)
{
    (void)instance, (void)previous, (void)line, (void)show;
    return start();
}
#else
int wmain(void)
{
    return start();
}
#endif
