using System.Globalization;
using System.Text;

namespace ApiSpec.References.Tests.Hostile;

/// <summary>Creates JSON that is meant to be expensive to read: nested, repeated, half valid, and sometimes broken.</summary>
internal sealed class HostileJson(int seed, int size)
{
    private static readonly string[] Members =
        [
            "value",
            "rule",
            "left",
            "right",
            "node",
            "any",
            "choice",
            "raw",
            "raws",
            "map",
            "names",
            "wide",
            "table",
            "deep",
            "kind",
            "at",
            "tags",
            "extra",
            "side",
            "within",
            "radius",
            "x-a",
            "x-\\ud800",
            "note",
            "m1",
            "m19",
            "a",
            "b",
            "",
        ];

    private static readonly string[] Tokens =
        ["\"\"", "\"a\"", "\"leaf\"", "\"branch\"", "\"red\"", "\"true\"", "\"1,2\"", "\"2026-01-31\"", "\"2026-01-31T10:00:00Z\"", "\"\\ud800\"",
            "\"\\ud83d\\ude00\"", "\"\\u0000\"",
            "\"3f2504e0-4f89-11d3-9a0c-0305e82c3301\"", "0", "-1", "1.5", "1e999", "99999999999999999999", "true", "false", "null", "[]", "{}"];

    private readonly Random _random = new(seed);
    private readonly StringBuilder _text = new();

    public string Make()
    {
        _text.Append('{');
        for (var i = 0; i == 0 || (_text.Length < size && _random.Next(4) > 0); i++)
        {
            AppendName(i);
            AppendValue(1);
        }

        _text.Append('}');
        if (_random.Next(20) == 0)
            _text.Length = _random.Next(_text.Length);
        else if (_random.Next(20) == 0)
            _text[_random.Next(_text.Length)] = (char)_random.Next(1, 300);
        return _text.ToString();
    }

    private void AppendValue(int depth)
    {
        var kind = depth >= 60 || _text.Length > size ? 9 : _random.Next(10);
        switch (kind)
        {
            case < 3:
                AppendList(depth);
                break;
            case < 7:
                _text.Append('{');
                var count = _random.Next(1, 4);
                for (var i = 0; i < count; i++)
                {
                    AppendName(i);
                    AppendValue(depth + 1);
                }

                _text.Append('}');
                break;
            case 7:
                AppendNest(depth);
                break;
            default:
                _text.Append(_random.Next(8) == 0 ? _random.Next().ToString(CultureInfo.InvariantCulture) : Tokens[_random.Next(Tokens.Length)]);
                break;
        }
    }

    private void AppendList(int depth)
    {
        _text.Append('[');
        var isLong = _random.Next(30) == 0;
        var count = isLong ? _random.Next(2000) : _random.Next(4);
        for (var i = 0; i < count; i++)
        {
            if (i > 0)
                _text.Append(',');
            if (isLong)
                _text.Append(Tokens[_random.Next(Tokens.Length)]);
            else
                AppendValue(depth + 1);
        }

        _text.Append(']');
    }

    // The same two levels repeated, as an attacker would write them to double the work.
    private void AppendNest(int depth)
    {
        var open = _random.Next(2) == 0 ? "[" : "{\"" + Members[_random.Next(Members.Length)] + "\":";
        var levels = _random.Next(62 - depth);
        for (var i = 0; i < levels; i++)
            _text.Append(open);
        _text.Append(Tokens[_random.Next(Tokens.Length)]);
        _text.Append(open[0] == '[' ? ']' : '}', levels);
    }

    private void AppendName(int index)
    {
        if (index > 0)
            _text.Append(',');
        _text.Append('"').Append(Members[_random.Next(Members.Length)]).Append("\":");
    }
}
