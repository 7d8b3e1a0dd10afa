using System.Text.Json;
using ApiSpec.Generated;
using ApiSpec.Json;

namespace ApiSpec.Transport;

/// <summary>
/// Bodies that are lists whose items say whether the call succeeded. They are converted to the first item that failed, or else to the first object in the list.
/// </summary>
/// <param name="success">The condition that each item of a success meets; null: the status code decides.</param>
internal sealed class ItemsFormat(ApiCondition? success) : ApiBodyFormat
{
    private readonly MemberFinder? _members = success is null ? null : new MemberFinder(success.Paths);

    internal override string Accept => AcceptedTypes.Json;

    // Objects and files next to the lists are successes.
    internal override bool AllowsJson => false;

    internal override string FirstCharacters => "[";

    internal override string Unreadable => "the body is not JSON";

    internal override bool MayBe(MediaType media) => media.IsJson || media.IsPlainText;

    internal override bool Is(MediaType media, ReadOnlySpan<byte> bytes)
        => ReceivedResponse.FirstOf(bytes) == '[' && (media.Type is null || MayBe(media));

    internal override BodyViolation? TryGetJson(ReadOnlySpan<byte> bytes, string? charset, bool isStrict, int maxDepth, int maxValues, out byte[] json)
    {
        json = [];
        if (BodyText.TryGetUtf8(bytes, charset, isStrict, out var utf8) is { } violation)
            return violation;
        try
        {
            // A list without objects says nothing about the call.
            if (!Find(utf8, maxDepth, out json))
                json = utf8.ToArray();
            return null;
        }
        catch (JsonException)
        {
            return new BodyViolation("the body is not JSON", null);
        }
    }

    internal override int JsonDepthOf(int maxDepth) => maxDepth;

    private bool Find(ReadOnlySpan<byte> utf8, int maxDepth, out byte[] json)
    {
        json = [];
        var hasItem = false;
        Span<FoundMember> found = stackalloc FoundMember[_members?.Count ?? 0];
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = maxDepth });
        reader.Read();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var type = reader.TokenType;
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            if (type != JsonTokenType.StartObject)
                continue;
            var item = utf8.Slice(start, (int)reader.BytesConsumed - start);
            var hasFailed = _members is not null && _members.TryFind(item, maxDepth, found) && !success!.Holds(item, found);
            if (!hasItem || hasFailed)
                json = item.ToArray();
            hasItem = true;
            if (hasFailed || _members is null)
                return true;
        }

        // The reader throws if the list has no end, or if anything follows it.
        reader.Read();
        return hasItem;
    }
}
