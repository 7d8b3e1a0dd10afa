namespace ApiSpec.Credentials;

/// <summary>Records the token of a request for places from which it is hard to read back: the URL, the body or a cookie.</summary>
internal static class UsedToken
{
    private const string Key = "ApiSpec.UsedToken";

#if NET8_0_OR_GREATER
    public static void Note(HttpRequestMessage request, string token) => request.Options.Set(new HttpRequestOptionsKey<string>(Key), token);

    public static string? Find(HttpRequestMessage request) => request.Options.TryGetValue(new HttpRequestOptionsKey<string>(Key), out var token) ? token : null;
#else
    public static void Note(HttpRequestMessage request, string token) => request.Properties[Key] = token;

    public static string? Find(HttpRequestMessage request) => request.Properties.TryGetValue(Key, out var token) ? token as string : null;
#endif
}
