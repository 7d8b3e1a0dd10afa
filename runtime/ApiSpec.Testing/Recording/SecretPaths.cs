using ApiSpec.Testing.Loading;
using ApiSpec.Testing.Pages;

namespace ApiSpec.Testing.Recording;

/// <summary>Finds the values of secret path parameters wherever a server writes a path or a URL: <c>Location: /v1/tickets/T0P</c>.</summary>
internal sealed class SecretPaths
{
    // A path can have others before it: that of a proxy, or the name of a host.
    private const int MostPrefixes = 20;

    // Servers accept no longer ones.
    private const int LongestPath = 8192;

    // What ends a sentence or closes a bracket can also be part of a path.
    private static readonly char[] Punctuation = ['.', ',', ';', ':', '!', '\'', '*', ')'];

    private readonly List<StubOperation> _all = [];
    private readonly List<StubOperation> _secret = [];

    private SecretPaths()
    {
    }

    public SecretPaths(IEnumerable<StubApi> apis)
    {
        _all.AddRange(apis.SelectMany(static api => api.Operations));
        // A path without fixed text would be found in any other.
        _secret.AddRange(_all.Where(static operation => operation.PathRows.Any(static row => row.IsSecret)
            && operation.Template.Parts.Any(static part => !part.IsPlaceholder && part.Text.Trim('/').Length > 0)));
    }

    /// <summary>No path has a secret.</summary>
    public static SecretPaths None { get; } = new();

    public bool IsEmpty => _secret.Count == 0;

    /// <summary>Finds the values in a text, each with its position.</summary>
    public IEnumerable<(int Start, int End, string Value)> Find(string text)
    {
        if (IsEmpty || !text.Contains('/', StringComparison.Ordinal))
            yield break;
        for (var start = 0; start < text.Length; start++)
        {
            var end = start;
            while (end < text.Length && IsOfPath(text[end]))
                end++;
            if (end - start is > 1 and <= LongestPath)
            {
                foreach (var part in FindInRun(text, start, end))
                    yield return part;
            }

            start = end;
        }
    }

    private IEnumerable<(int Start, int End, string Value)> FindInRun(string text, int start, int end)
    {
        for (var prefixes = 0; prefixes < MostPrefixes && text.IndexOf('/', start, end - start) is >= 0 and var slash; prefixes++, start = slash + 1)
        {
            var path = text[slash..end];
            var found = FindInPath(path);
            if (found.Count == 0 && Punctuation.Contains(path[^1]))
                found = FindInPath(path.TrimEnd(Punctuation));
            if (found.Count > 0)
                return found.Select(part => (part.Start + slash, part.End + slash, part.Value));
        }

        return [];
    }

    private List<(int Start, int End, string Value)> FindInPath(string path)
    {
        var normal = PathText.Normalize(path);
        foreach (var operation in _secret)
        {
            var located = operation.Path.Locate(normal).ToList();
            // Fixed text is no value: '/tickets/list' is an operation of its own.
            if (located.Count == 0 || _all.Exists(other => other.Path.CompareTo(operation.Path) < 0 && other.Path.Match(normal) is not null))
                continue;
            // The positions of values are only known in the normal form.
            return
            [
                .. located.Where(part => operation.PathRows.Any(row => row.IsSecret && row.Name == part.Name)).Select(part => (
                    normal == path ? part.Start : 0,
                    normal == path ? part.End : path.Length,
                    Uri.UnescapeDataString(normal[part.Start..part.End]).TrimEnd(Punctuation))),
            ];
        }

        return [];
    }

    // RFC 3986, section 3.3. Letters of other scripts are written without escapes in texts.
    private static bool IsOfPath(char character)
        => char.IsLetterOrDigit(character) || character is '/' or '%' or '-' or '.' or '_' or '~'
            || PathText.Delimiters.Contains(character, StringComparison.Ordinal);
}
