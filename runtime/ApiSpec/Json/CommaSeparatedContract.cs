using System.Text;
using System.Text.Json;
using ApiSpec.Generated;
using ApiSpec.Observability;

namespace ApiSpec.Json;

internal sealed class CommaSeparatedContract<T> : ApiJson<IReadOnlyList<T>>
{
    private readonly Func<string, T> _parse;
    private readonly Func<T, string> _format;
    private readonly Func<T, bool>? _isListed;

    public CommaSeparatedContract(Func<string, T> parse, Func<T, string> format, Func<T, bool>? isListed)
    {
        ArgumentNullException.ThrowIfNull(parse);
        ArgumentNullException.ThrowIfNull(format);
        _parse = parse;
        _format = format;
        _isListed = isListed;
    }

    public override IReadOnlyList<T> Read(ref Utf8JsonReader reader)
    {
        var items = TryParse(JsonRead.String(ref reader), ref reader, DriftLog.Current)
            ?? throw JsonFault.Unreadable("a comma-separated list of the documented type", ref reader);
        return items.Count == 0 ? ApiList<T>.Empty : ApiList<T>.Adopt([.. items]);
    }

    protected override JsonShape CreateShape()
        => new ScalarShape(
            JsonTokenType.String,
            isWhole: false,
            (ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.String && TryParse(JsonRead.Text(ref reader), ref reader, null) is not null);

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<T> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var text = new StringBuilder();
        for (var i = 0; i < value.Count; i++)
        {
            var item = SeparatedItem.CheckTrimmed(_format(value[i]), ",", nameof(value));
            if (i > 0)
                text.Append(',');
            text.Append(item);
        }

        writer.WriteStringValue(UnicodeText.Check(text.ToString()));
    }

    /// <summary>The elements; null when one of them is not of the type.</summary>
    private List<T>? TryParse(string text, ref Utf8JsonReader reader, DriftLog? drift)
    {
        var reading = JsonReading.Current;
        var items = new List<T>();
        try
        {
            foreach (var part in text.Split(','))
            {
                if (part.Trim() is not { Length: > 0 } item)
                    continue;
                reading?.Spend(1);
                items.Add(_parse(item));
                if (drift is not null && _isListed?.Invoke(items[items.Count - 1]) == false)
                    drift.NoteValue(typeof(T).Name, item, ref reader);
            }
        }
        catch (Exception exception) when (exception is FormatException or OverflowException or ArgumentException)
        {
            return null;
        }

        return items;
    }
}
