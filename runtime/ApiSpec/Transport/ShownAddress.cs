namespace ApiSpec.Transport;

/// <summary>
/// The URL that logs and traces show for a request whose path or query can contain a secret. The request has it, and so have copies that handlers create.
/// </summary>
internal static class ShownAddress
{
    private const string Shown = "ApiSpec.ShownAddress";
    private const string Sent = "ApiSpec.SentAddress";

    /// <summary>Stores the URL that can be shown: the base URL, and the path with its placeholders.</summary>
    public static void Note(HttpRequestMessage request, string baseAddress, string pathTemplate)
    {
        if (!Uri.TryCreate(baseAddress + pathTemplate, UriKind.Absolute, out var shown))
            shown = new Uri(baseAddress, UriKind.Absolute);
        Set(request, Shown, shown);
    }

    /// <summary>Stores the URL of a request before a credential adds secrets to it, unless another URL is already stored.</summary>
    public static void NoteWithoutCredential(HttpRequestMessage request, Uri address)
    {
        if (Find(request) is null)
            Set(request, Shown, address);
    }

    /// <summary>Returns the URL that can be shown; null: the URL of the request.</summary>
    public static Uri? Find(HttpRequestMessage request) => Get(request, Shown);

    /// <summary>Returns the URL that logs, traces and messages show.</summary>
    public static Uri? Of(HttpRequestMessage request) => Find(request) ?? request.RequestUri;

    /// <summary>Returns the URL that was sent if another one is shown, or null.</summary>
    public static Uri? FindSent(HttpRequestMessage request) => Get(request, Sent);

    /// <summary>Stores the same URL for a copy of a request.</summary>
    public static void Copy(HttpRequestMessage request, HttpRequestMessage copy)
    {
        if (Find(request) is { } shown)
            Set(copy, Shown, shown);
    }

    /// <summary>Replaces the URL of the request with the URL that can be shown.</summary>
    public static void Hide(HttpRequestMessage request)
    {
        if (Find(request) is not { } shown)
            return;
        Set(request, Sent, request.RequestUri);
        request.RequestUri = shown;
    }

    /// <summary>Restores the URL that <see cref="Hide"/> replaced.</summary>
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
