/* python.exe of the trial: hands the command line to the Python that lies beside it. */
#include <windows.h>

int wmain(int argc, wchar_t **argv)
{
    HMODULE python = LoadLibraryW(L"" PYTHON_DLL);
    int (*py_main)(int, wchar_t **) = (void *)GetProcAddress(python, "Py_Main");
    return py_main ? py_main(argc, argv) : 127;
}
