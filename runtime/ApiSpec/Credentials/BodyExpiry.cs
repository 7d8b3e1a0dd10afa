using ApiSpec.Generated;
using ApiSpec.Json;

namespace ApiSpec.Credentials;

/// <summary>Finds out from the body of a failure whether a token has expired.</summary>
/// <param name="condition">The condition on the body.</param>
internal sealed class BodyExpiry(ApiCondition condition)
{
    private readonly MemberFinder _members = new(condition.Paths);

    /// <summary>Returns whether the body says that the token has expired.</summary>
    /// <param name="utf8">The body.</param>
    /// <param name="maxDepth">How deeply it can be nested.</param>
    public bool IsIn(ReadOnlySpan<byte> utf8, int maxDepth)
    {
        Span<FoundMember> found = stackalloc FoundMember[_members.Count];
        return _members.TryFind(utf8, maxDepth, found) && condition.Holds(utf8, found);
    }
}
