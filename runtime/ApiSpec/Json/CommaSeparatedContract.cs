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
        var items = new List<T>();
        if (!TryParse(JsonRead.String(ref reader), ref reader, items))
            throw JsonFault.Unreadable("a comma-separated list of the documented type", ref reader);
        return items.Count == 0 ? ApiList<T>.Empty : ApiList<T>.Adopt([.. items]);
    }

    internal override ValueSchema InPlace(SchemaContext context) => ValueSchema.OfCommaItems(TextPattern.ItemOf(typeof(T)));

    protected override JsonShape CreateShape()
        => new ScalarShape(
            JsonTokenType.String,
            isWhole: false,
            (ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.String && TryParse(JsonRead.Text(ref reader), ref reader, null));

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<T> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var text = new StringBuilder();
        for (var i = 0; i < value.Count; i++)
        {
            var item = SeparatedItem.CheckOfBody(_format(value[i]), ",", i);
            if (i > 0)
                text.Append(',');
            text.Append(item);
        }

        writer.WriteStringValue(UnicodeText.CheckOfBody(text.ToString()));
    }

    /// <summary>Reads the elements; returns false if one of them is not of the type.</summary>
    /// <param name="text">The list.</param>
    /// <param name="reader">The reader, on the list.</param>
    /// <param name="items">Receives the elements; null: only checks whether they can be read. Nothing is kept, so no values are counted.</param>
    private bool TryParse(string text, ref Utf8JsonReader reader, List<T>? items)
    {
        var reading = JsonReading.Current;
        var drift = items is null ? null : DriftLog.Current;
        try
        {
            for (var start = 0; start <= text.Length;)
            {
                // Counted before parsing, including empty items, because a short response can contain millions of commas.
                if (items is null)
                    reading?.Step();
                else
                    reading?.Spend(1);
                var comma = text.IndexOf(',', start);
                var end = comma < 0 ? text.Length : comma;
                var part = text.AsSpan(start, end - start).Trim();
                start = end + 1;
                if (part.IsEmpty)
                    continue;
                var item = part.ToString();
                var value = _parse(item);
                items?.Add(value);
                if (drift is not null && _isListed?.Invoke(value) == false)
                    drift.NoteValue(typeof(T).Name, item, ref reader);
            }
        }
        catch (Exception exception) when (exception is FormatException or OverflowException or ArgumentException)
        {
            return false;
        }

        return true;
    }
}
