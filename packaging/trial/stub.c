/* Stands for a DLL of Windows that Wine lacks; for the trial's Wine prefix only, never shipped.
   Made for each such DLL, its functions given as FUNCTIONS: all do nothing and return 0. */
#include <windows.h>

#define F(name) __declspec(dllexport) void *name(void) { return 0; }
FUNCTIONS

__declspec(dllexport) const char ita_trial_stub[] = "ita-desktop trial stub";

BOOL WINAPI DllMain(HINSTANCE self, DWORD reason, void *reserved)
{
    (void)self, (void)reason, (void)reserved;
    return TRUE;
}
