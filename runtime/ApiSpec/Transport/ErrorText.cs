namespace ApiSpec.Transport;

/// <summary>
/// Decides which part of a server's error code and text a message, a log or a trace can show: no secret of the request, one line, and a limited length.
/// </summary>
internal static class ErrorText
{
    private const int LongestText = 300;

    /// <summary>The error code that can be shown, or null.</summary>
    /// <param name="code">The error code of the server.</param>
    /// <param name="request">The request of the response, or null.</param>
    public static string? OfCode(string? code, HttpRequestMessage? request)
    {
        if (string.IsNullOrWhiteSpace(code))
            return null;
        var secrets = new RequestSecrets(request);
        return secrets.HasValues && secrets.MayRepeat(code!) ? null : Printable.Clean(secrets.Masked(code!));
    }

    /// <summary>The text that can be shown, or null.</summary>
    /// <remarks>The text can repeat any value of a request, in any form. Therefore it is not shown if the request has a secret value.</remarks>
    /// <param name="text">The text of the server.</param>
    /// <param name="request">The request of the response, or null.</param>
    public static string? OfText(string? text, HttpRequestMessage? request)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var secrets = new RequestSecrets(request);
        return secrets.HasValues ? null : Printable.Clean(secrets.Masked(text!.Trim()), LongestText, hasLines: true);
    }

    /// <summary>Joins code and text. Returns null if there is neither.</summary>
    public static string? Join(string? code, string? text) => code is null ? text : text is null ? code : code + ": " + text;
}
