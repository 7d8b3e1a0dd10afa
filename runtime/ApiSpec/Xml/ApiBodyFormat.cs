using System.ComponentModel;
using ApiSpec.Transport;

namespace ApiSpec.Generated;

/// <summary>A format of bodies other than JSON. For generated code.</summary>
/// <remarks>Only generated code makes one, so that a trimmed program without such a body holds nothing of the format.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ApiBodyFormat
{
    private protected ApiBodyFormat()
    {
    }

    /// <summary>The media types that a client accepts.</summary>
    internal abstract string Accept { get; }

    /// <summary>Whether a body can be JSON instead.</summary>
    internal virtual bool AllowsJson => true;

    /// <summary>The characters of which a body starts with one if it says whether the call succeeded; empty: a body that cannot be read says nothing.</summary>
    internal virtual string FirstCharacters => "{<";

    /// <summary>The violation in a body that should say whether the call succeeded, but cannot be read.</summary>
    internal virtual string Unreadable => "the body is not XML";

    /// <summary>Whether a body of a media type can be in the format.</summary>
    internal abstract bool MayBe(MediaType media);

    /// <summary>Whether a body is in the format.</summary>
    internal abstract bool Is(MediaType media, ReadOnlySpan<byte> bytes);

    /// <summary>Converts a body to JSON with the same values.</summary>
    /// <param name="bytes">The body.</param>
    /// <param name="charset">The charset of its header, or null.</param>
    /// <param name="isStrict">Whether bytes that are invalid in the charset are an error.</param>
    /// <param name="maxDepth">How deeply the body can be nested.</param>
    /// <param name="maxValues">How many values it can have.</param>
    /// <param name="json">The JSON.</param>
    /// <returns>Null, or the violation in the body.</returns>
    /// <exception cref="Json.JsonLimitException">There are more values.</exception>
    internal abstract BodyViolation? TryGetJson(ReadOnlySpan<byte> bytes, string? charset, bool isStrict, int maxDepth, int maxValues, out byte[] json);

    /// <summary>How deeply the JSON of a body can be nested.</summary>
    /// <param name="maxDepth">How deeply the body can be nested.</param>
    internal abstract int JsonDepthOf(int maxDepth);
}
