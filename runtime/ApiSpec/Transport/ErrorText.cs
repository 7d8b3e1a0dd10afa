using System.Text;

namespace ApiSpec.Transport;

/// <summary>
/// Decides which part of a server's error code and text a message, a log or a trace can show: no secret of the request, one line, and a limited length.
/// </summary>
internal static class ErrorText
{
    private const int LongestText = 300;

    // A shorter match is more likely to be a coincidence than a secret.
    private const int ShortestSecret = 4;

    private const string Mask = "***";

    /// <summary>The error code that can be shown, or null.</summary>
    /// <param name="code">The error code of the server.</param>
    /// <param name="request">The request of the response, or null.</param>
    public static string? OfCode(string? code, HttpRequestMessage? request)
        => string.IsNullOrWhiteSpace(code) || (HasSecretValues(request) && MayRepeat(request!, code!)) ? null : Printable.Clean(Masked(code!, request));

    /// <summary>The text that can be shown, or null.</summary>
    /// <remarks>The text can repeat any value of a request, in any form. Therefore it is not shown if the request has a secret value.</remarks>
    /// <param name="text">The text of the server.</param>
    /// <param name="request">The request of the response, or null.</param>
    public static string? OfText(string? text, HttpRequestMessage? request)
        => string.IsNullOrWhiteSpace(text) || HasSecretValues(request) ? null : Printable.Clean(Masked(text!.Trim(), request), LongestText);

    /// <summary>A value or path of a response with every secret of the request masked, also as a part; null for null.</summary>
    /// <param name="text">The text of the server.</param>
    /// <param name="request">The request of the response, or null.</param>
    public static string? OfDrift(string? text, HttpRequestMessage? request)
    {
        if (string.IsNullOrEmpty(text))
            return text;
        var shown = Masked(text!, request);
        if (!HasSecretValues(request))
            return shown;
        var body = (request as ApiRequest)?.FindSecretBody();
        foreach (var word in LoginText.Split(shown, "$.[]' "))
        {
            if (word.Length >= ShortestSecret && MayRepeat(request!, word, body))
                shown = shown.Replace(word, Mask);
        }

        return shown;
    }

    /// <summary>Joins code and text. Returns null if there is neither.</summary>
    public static string? Join(string? code, string? text) => code is null ? text : text is null ? code : code + ": " + text;

    private static bool HasSecretValues(HttpRequestMessage? request)
        => request is ApiRequest { HasSecretBody: true } or ApiRequest { Operation.HasSecretTarget: true } or ApiRequest { Operation.HasSecretBody: true }
            || (request is not null && ShownAddress.Find(request) is not null);

    // An error code helps, and servers normally do not repeat a secret in it. If it does repeat one, it is not shown.
    private static bool MayRepeat(HttpRequestMessage request, string code, string? secretBody = null)
    {
        if (request is not ApiRequest own)
            return true;
        if (own.Operation.Lists(code))
            return false;
        // A value other than a plain identifier can contain a secret between its punctuation, or in another form than in the request.
        if (!IsIdentifier(code) || (own.HasSecretBody && secretBody is null))
            return true;
        var address = Uri.UnescapeDataString((ShownAddress.FindSent(request) ?? request.RequestUri)?.PathAndQuery ?? "");
        if (IsSent(code))
            return true;
        return LoginText.Split(code, "-._").Exists(word => word.Length >= ShortestSecret && IsSent(word));

        bool IsSent(string text)
            => address.Contains(text, StringComparison.OrdinalIgnoreCase) || own.MayBeInBody(text)
                || secretBody?.Contains(text, StringComparison.OrdinalIgnoreCase) == true;
    }

    private static bool IsIdentifier(string code)
    {
        foreach (var c in code)
        {
            if (c is not ((>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-' or '_' or '.'))
                return false;
        }

        return true;
    }

    private static string Masked(string text, HttpRequestMessage? request)
    {
        if (request is null)
            return text;
        List<string>? secrets = null;
#if NET8_0_OR_GREATER
        // As sent: the other enumerator parses each value.
        foreach (var header in request.Headers.NonValidated)
#else
        foreach (var header in request.Headers)
#endif
        {
            if (HeaderSecrets.IsHarmless(header.Key))
                continue;
            foreach (var value in header.Value)
                AddSecretsOf(header.Key, value, (secrets ??= []).Add);
        }

        if (secrets is null)
            return text;

        // All are found before any is replaced, because secrets can overlap.
        var isSecret = new bool[text.Length];
        foreach (var secret in secrets)
        {
            Mark(secret, text, isSecret);
            Mark(Uri.EscapeDataString(secret), text, isSecret);
        }

        return Replaced(text, isSecret);
    }

    private static void Mark(string secret, string text, bool[] isSecret)
    {
        if (secret.Length < ShortestSecret)
            return;
        var marked = 0;
        for (var at = Find(0); at >= 0; at = Find(at + 1))
        {
            for (marked = Math.Max(marked, at); marked < at + secret.Length; marked++)
                isSecret[marked] = true;
        }

        // A server can change the letter case.
        int Find(int start) => text.IndexOf(secret, start, StringComparison.OrdinalIgnoreCase);
    }

    private static string Replaced(string text, bool[] isSecret)
    {
        var shown = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (!isSecret[i])
                shown.Append(text[i]);
            else if (i == 0 || !isSecret[i - 1])
                shown.Append(Mask);
        }

        return shown.ToString();
    }

    private static void AddSecretsOf(string header, string value, Action<string> add)
    {
        if (header.EndsWith("Authorization", StringComparison.OrdinalIgnoreCase))
        {
            LoginText.FindSecrets(value, add);
            return;
        }

        if (header.Equals("Cookie", StringComparison.OrdinalIgnoreCase))
            LoginText.FindCookies(value, add);
        add(value);
        foreach (var part in LoginText.Split(value, " ;,"))
        {
            add(part);
            add(part.Substring(part.IndexOf('=') + 1).Trim('"'));
        }
    }
}
