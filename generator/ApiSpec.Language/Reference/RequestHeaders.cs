using ApiSpec.Language.Declarations;
using ApiSpec.Transport;

namespace ApiSpec.Language.Reference;

/// <summary>Decides which header rows apply to a section. Names ignore case (RFC 9110, 5.1).</summary>
internal static class RequestHeaders
{
    // RFC 9110, section 8, and the older names that HttpClient keeps with the content.
    private static readonly HashSet<string> OfContent = new(StringComparer.OrdinalIgnoreCase)
    {
        "Allow", "Content-Disposition", "Content-Encoding", "Content-Language", "Content-Location", "Content-MD5", "Content-Range", "Expires", "Last-Modified",
    };

    /// <summary>Returns whether the client sets a header itself. A row without a value only documents the page.</summary>
    public static bool IsOfClient(string name) => ClientHeaders.Contains(name);

    /// <summary>Returns whether a header can be sent only with a body.</summary>
    public static bool DescribesBody(string name) => OfContent.Contains(name);

    /// <summary>Returns the values that a row states: its constant, its default, or the values of its enum.</summary>
    /// <param name="row">The row.</param>
    /// <param name="type">Its type, aliases resolved.</param>
    public static IReadOnlyList<string> ValuesOf(RowDeclaration row, TypeReference type)
        => (row.Constant ?? row.Default) is { } only ? [only] : [.. type.Values.Select(static value => value.Value)];

    /// <summary>Returns the header rows of the API file that a section does not replace.</summary>
    /// <param name="shared">The rows of the API file.</param>
    /// <param name="section">The section.</param>
    /// <param name="resolve">Returns the type of a name.</param>
    public static IEnumerable<RowDeclaration> Shared(
        IEnumerable<RowDeclaration> shared, SectionDeclaration section, Func<TypeReference, TypeReference> resolve)
    {
        var replaced = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var own in section.HeaderRows)
        {
            if (!IsOfClient(own.Name) || ValuesOf(own, resolve(own.Type)).Count > 0)
                replaced.Add(own.Name);
        }

        return shared.Where(row => !replaced.Contains(row.Name));
    }
}
