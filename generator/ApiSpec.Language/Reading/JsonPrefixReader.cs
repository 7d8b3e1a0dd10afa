using ApiSpec.Language.Characters;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Rows;

namespace ApiSpec.Language.Reading;

/// <summary>Reads <c>json prefix</c> of a section or an API file.</summary>
internal static class JsonPrefixReader
{
    /// <summary>Returns the text before the JSON of responses, without the line end after it; null: the file does not have the key, or a wrong value.</summary>
    public static string? Read(ReadingContext context, MappingReader keys)
    {
        if (keys.Scalar(FormatWords.JsonPrefix) is not { } scalar)
            return null;
        var text = scalar.Value.Trim();
        if (PrintedPrefix.IsValid(text))
            return text;
        context.Report(
            SpecRules.WrongShape, scalar, FormatWords.JsonPrefix,
            "one line of at most " + PrintedPrefix.LongestText.ToString(System.Globalization.CultureInfo.InvariantCulture)
                + " printable characters that JSON cannot start with",
            "'" + (text.Length > PrintedPrefix.LongestText ? text.Substring(0, PrintedPrefix.LongestText) + "..." : text) + "'");
        return null;
    }
}
