namespace ApiSpec.Language.Examples;

/// <summary>Recognises pasted bodies that are not JSON and are not meant to be.</summary>
internal static class PastedFormat
{
    /// <summary>The name of XML.</summary>
    public const string Xml = "XML";

    /// <summary>The name of a form whose fields are separate parts.</summary>
    public const string FormWithFiles = "a form with files";

    /// <summary>Returns the format of text that is not JSON; null: the text is JSON, possibly with errors.</summary>
    public static string? OfOther(string text)
    {
        var start = JsonTextParser.SkipSpace(text, 0);
        while (start < text.Length && char.IsWhiteSpace(text[start]))
            start++;
        if (start == text.Length || Elision.Is(text.Trim()))
            return null;
        return text[start] switch
        {
            '<' => Xml,
            '-' when MultipartText.Is(text) => FormWithFiles,
            '{' or '[' or '"' or '-' or (>= '0' and <= '9') => null,
            _ when IsWord(text, start) => null,
            _ => IsForm(text.Trim()) ? "a form" : "text",
        };
    }

    private static bool IsWord(string text, int start)
        => text.Substring(start).TrimEnd() is "true" or "false" or "null";

    // name=value&name=value, with spaces only around the whole.
    private static bool IsForm(string text)
        => text.IndexOf('=') > 0 && !text.Split('&').Any(static pair => pair.IndexOf('=') <= 0 || pair.Any(char.IsWhiteSpace));
}
