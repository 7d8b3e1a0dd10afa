using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Profiles;

namespace ApiSpec.Drafting.Sections;

/// <summary>Finds the lines with the address that all operations share: <c>Base URL: https://host/api/v2</c>.</summary>
internal static class BaseAddresses
{
    /// <summary>Returns the lines of addresses without a method that have the title of a server, or that a request line of the section repeats.</summary>
    public static IReadOnlySet<PageLine> In(PageSection section, Profile profile)
    {
        var found = new HashSet<PageLine>(ReferenceEqualityComparer.Instance);
        var lines = section.Parts.Where(static part => part.Key is null or "request" or ProfileKeys.Group)
            .SelectMany(static part => part.Heading is null ? part.Visible : part.Visible.Prepend(part.Heading)).ToList();
        var requests = lines.Where(static line => PrintedRequest.Is(line)).Select(static line => PathOf(PrintedRequest.TextOf(line).Split(' ')[^1]))
            .Distinct(StringComparer.Ordinal).Take(PageLimits.Columns).ToList();
        // An address under its own heading belongs to the method under another heading, even if a sentence has another request.
        var own = section.Of("method").Any()
            ? section.Of("request").SelectMany(static part => part.Visible).ToHashSet<PageLine>(ReferenceEqualityComparer.Instance) : [];
        for (var i = 0; i < lines.Count; i++)
        {
            var text = Folding.WithoutBullet(lines[i].Text).Trim('`');
            var isAddress = PrintedRequest.IsAddress(text);
            var canRepeat = isAddress && (text[0] != '/' || !own.Contains(lines[i]));
            if (IsLabelled(text, profile) || (isAddress && IsTitled(lines, i, profile))
                || (canRepeat && requests.Exists(request => Repeats(request, PathOf(text)))))
                found.Add(lines[i]);
        }

        return found;
    }

    // 'Base URL: https://host/api'.
    private static bool IsLabelled(string text, Profile profile)
        => text.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && profile.IsLabel(ProfileKeys.ServerLabel, text[..colon]);

    private static bool IsTitled(List<PageLine> lines, int index, Profile profile)
        => index > 0 && profile.IsLabel(ProfileKeys.ServerLabel, lines[index - 1].Text);

    private static bool Repeats(string request, string address)
        => address.Length > 1 && request.Length > address.Length && request[address.Length] == '/' && request.StartsWith(address, StringComparison.Ordinal);

    private static string PathOf(string address)
    {
        var scheme = address.IndexOf("://", StringComparison.Ordinal);
        var start = scheme < 0 ? 0 : address.IndexOf('/', scheme + "://".Length);
        return start < 0 ? "" : address[start..].TrimEnd('/');
    }
}
