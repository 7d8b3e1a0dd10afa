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
        var text = JsonRead.String(ref reader);
        var items = new List<T>();
        try
        {
            foreach (var part in text.Split(','))
            {
                if (part.Trim() is not { Length: > 0 } item)
                    continue;
                items.Add(_parse(item));
                if (DriftLog.Current is { } drift && _isListed?.Invoke(items[items.Count - 1]) == false)
                    drift.NoteValue(typeof(T).Name, item, ref reader);
            }
        }
        catch (Exception exception) when (exception is FormatException or OverflowException or ArgumentException)
        {
            throw JsonFault.Unreadable("a comma-separated list of the documented type", ref reader);
        }

        return items.Count == 0 ? ApiList<T>.Empty : ApiList<T>.Adopt([.. items]);
    }

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
}
