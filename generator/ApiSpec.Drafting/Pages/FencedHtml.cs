using System.Net;
using System.Text;

namespace ApiSpec.Drafting.Pages;

/// <summary>Writes code between fences inside HTML as elements: an author can mix both in a cell. The lines stay the same.</summary>
internal static class FencedHtml
{
    private const int LongestFence = 12;

    /// <summary>Returns the HTML with each fenced block as <c>pre</c>. A fence without an end is text.</summary>
    public static string WithElements(string html)
    {
        if (!html.Contains("```", StringComparison.Ordinal) && !html.Contains("~~~", StringComparison.Ordinal))
            return html;
        var lines = html.Split('\n');
        var result = new StringBuilder(html.Length + 64);
        CodeMark? open = null;
        var start = 0;
        // Fences that no later line ends. No line ends a longer one either.
        var unclosed = new List<string>();
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].TrimEnd('\r');
            if (open is null)
            {
                open = CodeMark.At(line) is { Name: { Length: <= LongestFence } and ['`' or '~', ..] name } mark
                    && !unclosed.Exists(other => name.StartsWith(other, StringComparison.Ordinal)) ? mark : null;
                start = i;
                if (open is null)
                    Append(lines[i]);
            }
            else if (open.IsEnd(line))
            {
                Append("<pre>");
                for (var code = start + 1; code < i; code++)
                    Append(WebUtility.HtmlEncode(lines[code]));
                Append("</pre>");
                open = null;
            }
            else if (i + 1 == lines.Length)
            {
                unclosed.Add(open.Name);
                Append(lines[start]);
                (open, i) = (null, start);
            }
        }

        if (open is not null)
            Append(lines[start]);
        return result.ToString();

        void Append(string line) => result.Append(result.Length == 0 ? "" : "\n").Append(line);
    }
}
