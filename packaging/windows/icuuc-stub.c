/* icuuc.dll for a wine prefix: part of every Windows since 10 1703, not of wine. Qt loads it and asks it only for
   encodings that it does not know itself; here it knows none. Never shipped. */

#define EXPORT __declspec(dllexport)
#define NEVER_CALLED(name) EXPORT void *name(void) { return 0; }

enum { U_FILE_ACCESS_ERROR = 4 };

EXPORT void *ucnv_open(const char *name, int *error) {
    (void)name;
    *error = U_FILE_ACCESS_ERROR;
    return 0;
}

EXPORT int ucnv_countAvailable(void) { return 0; }
EXPORT const char *ucnv_getAvailableName(int number) { return (void)number, (const char *)0; }
EXPORT const char *ucnv_getStandardName(const char *name, const char *standard, int *error) {
    (void)name, (void)standard;
    *error = U_FILE_ACCESS_ERROR;
    return 0;
}

NEVER_CALLED(UCNV_FROM_U_CALLBACK_SUBSTITUTE)
NEVER_CALLED(UCNV_TO_U_CALLBACK_SUBSTITUTE)
NEVER_CALLED(ucnv_cbFromUWriteUChars)
NEVER_CALLED(ucnv_cbToUWriteUChars)
NEVER_CALLED(ucnv_close)
NEVER_CALLED(ucnv_fromUCountPending)
NEVER_CALLED(ucnv_fromUnicode)
NEVER_CALLED(ucnv_getFromUCallBack)
NEVER_CALLED(ucnv_getMaxCharSize)
NEVER_CALLED(ucnv_getName)
NEVER_CALLED(ucnv_getToUCallBack)
NEVER_CALLED(ucnv_reset)
NEVER_CALLED(ucnv_setFromUCallBack)
NEVER_CALLED(ucnv_setToUCallBack)
NEVER_CALLED(ucnv_toUCountPending)
NEVER_CALLED(ucnv_toUnicode)

int __stdcall DllMainCRTStartup(void *module, unsigned reason, void *reserved) {
    (void)module, (void)reason, (void)reserved;
    return 1;
}
