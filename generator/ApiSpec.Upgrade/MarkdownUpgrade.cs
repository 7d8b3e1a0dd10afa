using System.Text.RegularExpressions;

namespace ApiSpec.Upgrade;

/// <summary>Rewrites the YAML blocks of a Markdown page.</summary>
internal static partial class MarkdownUpgrade
{
    /// <summary>Returns the page in the form of this version.</summary>
    public static string Upgrade(string text)
        => Block().Replace(text, static block => block.Groups["open"].Value + SpecUpgrade.Upgrade(block.Groups["spec"].Value) + block.Groups["close"].Value);

    [GeneratedRegex(@"^(?<open>```ya?ml[^\n]*\n)(?<spec>.*?)(?<close>^```)", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Block();
}
