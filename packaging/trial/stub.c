/* Stands for a DLL of Windows that Wine lacks; for the trial's Wine prefix only, never shipped.
   Made once for each: F(name) in FUNCTIONS does nothing and returns 0, RANDOM_BYTES is the one
   that must work. */
#include <windows.h>
#include <ntsecapi.h>

__declspec(dllexport) const char ita_trial_stub[] = "ita-desktop trial stub";

#define F(name) __declspec(dllexport) void *name(void) { return 0; }
#define RANDOM_BYTES(name) \
    __declspec(dllexport) BOOL WINAPI name(BYTE *data, SIZE_T size) { return RtlGenRandom(data, (ULONG)size); }
FUNCTIONS

BOOL WINAPI DllMain(HINSTANCE self, DWORD reason, void *reserved)
{
    (void)self, (void)reason, (void)reserved;
    return TRUE;
}
