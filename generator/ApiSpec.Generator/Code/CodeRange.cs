using ApiSpec.Language.Collections;

namespace ApiSpec.Generator.Code;

/// <summary>One of several ranges of a value, a length or a count.</summary>
/// <param name="Minimum">The smallest value, as in the reference; null: no limit.</param>
/// <param name="Maximum">The largest value, as in the reference; null: no limit.</param>
internal sealed record CodeRange(string? Minimum, string? Maximum)
{
    /// <summary>Returns the words for ranges, as messages and documentation have them: <c>0 to 255 or 1900 to 10091</c>.</summary>
    public static string Describe(EquatableArray<CodeRange> ranges) => string.Join(" or ", ranges.Select(static range => range switch
    {
        { Minimum: null } => "at most " + range.Maximum,
        { Maximum: null } => "at least " + range.Minimum,
        _ when string.Equals(range.Minimum, range.Maximum, StringComparison.Ordinal) => "exactly " + range.Minimum,
        _ => range.Minimum + " to " + range.Maximum,
    }));
}
