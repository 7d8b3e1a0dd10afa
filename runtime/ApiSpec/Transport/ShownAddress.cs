namespace ApiSpec.Transport;

/// <summary>
/// The URL that logs and traces show for a request whose path or query can contain a secret. It travels with the request, and with copies
/// that handlers
/// make of it.
/// </summary>
internal static class ShownAddress
{
    private const string Shown = "ApiSpec.ShownAddress";
    private const string Sent = "ApiSpec.SentAddress";

    /// <summary>Notes what can be shown: the address of the server, and the path with its placeholders.</summary>
    public static void Note(HttpRequestMessage request, string baseAddress, string pathTemplate)
    {
        if (!Uri.TryCreate(baseAddress + pathTemplate, UriKind.Absolute, out var shown))
            shown = new Uri(baseAddress, UriKind.Absolute);
        Set(request, Shown, shown);
    }

    /// <summary>Notes the address that a request has before a credential adds secrets to it, unless less can be shown.</summary>
    public static void NoteWithoutCredential(HttpRequestMessage request, Uri address)
    {
        if (Find(request) is null)
            Set(request, Shown, address);
    }

    /// <summary>What can be shown; null: the address itself.</summary>
    public static Uri? Find(HttpRequestMessage request) => Get(request, Shown);

    /// <summary>The address that was sent while another one was shown, or null.</summary>
    public static Uri? FindSent(HttpRequestMessage request) => Get(request, Sent);

    /// <summary>Notes for a copy of a request what can be shown.</summary>
    public static void Copy(HttpRequestMessage request, HttpRequestMessage copy)
    {
        if (Find(request) is { } shown)
            Set(copy, Shown, shown);
    }

    /// <summary>Puts what can be shown in the place of the address.</summary>
    public static void Hide(HttpRequestMessage request)
    {
        if (Find(request) is not { } shown)
            return;
        Set(request, Sent, request.RequestUri);
        request.RequestUri = shown;
    }

    /// <summary>Puts back what <see cref="Hide"/> has taken away.</summary>
    public static void Restore(HttpRequestMessage request)
    {
        if (Find(request) is not null && Get(request, Sent) is { } sent)
            request.RequestUri = sent;
    }

#if NET8_0_OR_GREATER
    private static Uri? Get(HttpRequestMessage request, string key)
        => request.Options.TryGetValue(new HttpRequestOptionsKey<Uri?>(key), out var address) ? address : null;

    private static void Set(HttpRequestMessage request, string key, Uri? address) => request.Options.Set(new HttpRequestOptionsKey<Uri?>(key), address);
#else
    private static Uri? Get(HttpRequestMessage request, string key) => request.Properties.TryGetValue(key, out var address) ? address as Uri : null;

    private static void Set(HttpRequestMessage request, string key, Uri? address) => request.Properties[key] = address;
#endif
}
