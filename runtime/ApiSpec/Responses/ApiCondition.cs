using System.ComponentModel;
using System.Globalization;
using System.Text;
using System.Text.Json;
using ApiSpec.Transport;
using ApiSpec.Json;

namespace ApiSpec.Generated;

/// <summary>A documented condition on the members of a JSON body. All parts must be true. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiCondition
{
    private readonly List<Part> _parts = [];

    /// <summary>The part of a value that a part of the condition needs.</summary>
    private enum Sight
    {
        /// <summary>Whether it is there.</summary>
        Presence,

        /// <summary>A single value.</summary>
        Scalar,

        /// <summary>A single value, or the items of a list.</summary>
        Items,
    }

    private delegate bool Test(in FoundMember member, ReadOnlySpan<byte> utf8);

    /// <summary>The paths of the members, in the order of the parts.</summary>
    internal string[][] Paths
    {
        get
        {
            var paths = new string[_parts.Count][];
            for (var i = 0; i < paths.Length; i++)
                paths[i] = _parts[i].Path;
            return paths;
        }
    }

    /// <summary>Adds that a member has one of some values.</summary>
    /// <param name="path">The names on the way to the member.</param>
    /// <param name="form">How the values are compared.</param>
    /// <param name="values">The values.</param>
    /// <param name="whenMissing">Whether it is true of a member that is not there or null.</param>
    /// <param name="up">The number of levels above the object of the row at which the path starts.</param>
    /// <returns>The same object.</returns>
    public ApiCondition Is(string[] path, ApiValueForm form, string[] values, bool whenMissing = false, int up = 0)
    {
        var matcher = new ValueMatcher(form, values);
        return Add(path, up, Sight.Scalar, (in FoundMember member, ReadOnlySpan<byte> utf8) => member.IsGiven
            ? matcher.IsMatch(utf8.Slice(member.Start, member.Length))
            : whenMissing);
    }

    /// <summary>Adds that a member does not have any of some values.</summary>
    /// <param name="path">The names on the way to the member.</param>
    /// <param name="form">How the values are compared.</param>
    /// <param name="values">The values.</param>
    /// <param name="whenMissing">Whether it is true of a member that is not there or null.</param>
    /// <param name="up">The number of levels above the object of the row at which the path starts.</param>
    /// <returns>The same object.</returns>
    public ApiCondition IsNot(string[] path, ApiValueForm form, string[] values, bool whenMissing = false, int up = 0)
    {
        var matcher = new ValueMatcher(form, values);
        return Add(path, up, Sight.Scalar, (in FoundMember member, ReadOnlySpan<byte> utf8) => member.IsGiven
            ? !matcher.IsMatch(utf8.Slice(member.Start, member.Length))
            : whenMissing);
    }

    /// <summary>Adds that a member is a list with one of some values in it.</summary>
    /// <param name="path">The names on the way to the member.</param>
    /// <param name="form">How the values are compared.</param>
    /// <param name="values">The values.</param>
    /// <param name="separator">What separates the items if the list is one string; <c>\0</c> (default): it is not.</param>
    /// <param name="up">The number of levels above the object of the row at which the path starts.</param>
    /// <returns>The same object.</returns>
    public ApiCondition Has(string[] path, ApiValueForm form, string[] values, char separator = '\0', int up = 0)
    {
        var matcher = new ValueMatcher(form, values);
        return Add(path, up, Sight.Items, (in FoundMember member, ReadOnlySpan<byte> utf8) => member.Type == JsonTokenType.StartArray
            ? matcher.IsMatchOfItem(utf8.Slice(member.Start, member.Length))
            : separator != '\0' && member.Type == JsonTokenType.String && member.TextIn(utf8, member.Length) is { } list
                && matcher.IsMatchOfItem(list, separator));
    }

    /// <summary>Adds that a member is there and not null.</summary>
    /// <param name="path">The names on the way to the member.</param>
    /// <param name="up">The number of levels above the object of the row at which the path starts.</param>
    /// <returns>The same object.</returns>
    public ApiCondition IsGiven(string[] path, int up = 0)
        => Add(path, up, Sight.Presence, static (in FoundMember member, ReadOnlySpan<byte> _) => member.IsGiven);

    /// <summary>Adds that a member is not there, or null.</summary>
    /// <param name="path">The names on the way to the member.</param>
    /// <param name="up">The number of levels above the object of the row at which the path starts.</param>
    /// <returns>The same object.</returns>
    public ApiCondition IsMissing(string[] path, int up = 0)
        => Add(path, up, Sight.Presence, static (in FoundMember member, ReadOnlySpan<byte> _) => !member.IsGiven);

    /// <summary>Returns whether the condition is true.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="found">The members of <see cref="Paths"/> in the text. Others can follow.</param>
    internal bool Holds(ReadOnlySpan<byte> utf8, ReadOnlySpan<FoundMember> found)
    {
        for (var i = 0; i < _parts.Count; i++)
        {
            if (!_parts[i].Test(in found[i], utf8))
                return false;
        }

        return true;
    }

    /// <summary>Whether the condition is true of the members of an object and of those around it.</summary>
    internal bool Holds(ConditionFrame frame)
    {
        foreach (var part in _parts)
        {
            // Each nested object checks the same path.
            if (frame.Out(part.Up) is not { } around)
            {
                if (!part.Test(default, []))
                    return false;
                continue;
            }

            if (!around.TryGet(part, out var holds))
                around.Set(part, holds = Holds(part, around.Find(part.Path)));
            if (!holds)
                return false;
        }

        return true;
    }

    private static bool Holds(Part part, JsonElement? value)
    {
        var type = TypeOf(value);
        var isSeen = part.Sight switch
        {
            Sight.Presence => false,
            Sight.Scalar => type is not (JsonTokenType.StartObject or JsonTokenType.StartArray),
            _ => type != JsonTokenType.StartObject,
        };
        var utf8 = isSeen && value is { } found ? Encoding.UTF8.GetBytes(found.GetRawText())
            : type == JsonTokenType.StartObject ? "{"u8.ToArray()
            : "["u8.ToArray();
        return part.Test(new FoundMember(type, 0, utf8.Length), utf8);
    }

    private static JsonTokenType TypeOf(JsonElement? value) => value?.ValueKind switch
    {
        JsonValueKind.Object => JsonTokenType.StartObject,
        JsonValueKind.Array => JsonTokenType.StartArray,
        JsonValueKind.String => JsonTokenType.String,
        JsonValueKind.Number => JsonTokenType.Number,
        JsonValueKind.True => JsonTokenType.True,
        JsonValueKind.False => JsonTokenType.False,
        JsonValueKind.Null => JsonTokenType.Null,
        _ => JsonTokenType.None,
    };

    private ApiCondition Add(string[] path, int up, Sight sight, Test test)
    {
        ArgumentNullException.ThrowIfNull(path);
        _parts.Add(new Part(path, up, sight, test));
        return this;
    }

    private sealed class Part(string[] path, int up, Sight sight, Test test)
    {
        public string[] Path { get; } = path;

        public int Up { get; } = up;

        public Sight Sight { get; } = sight;

        public Test Test { get; } = test;
    }

    /// <summary>Compares JSON values with printed values.</summary>
    private sealed class ValueMatcher
    {
        private readonly ApiValueForm _form;
        private readonly byte[][] _texts;
        private readonly decimal?[] _numbers;
        private readonly TextForm[]? _forms;

        public ValueMatcher(ApiValueForm form, string[] values)
        {
            ArgumentNullException.ThrowIfNull(values);
            _form = form;
            _texts = Array.ConvertAll(values, Encoding.UTF8.GetBytes);
            _numbers = Array.ConvertAll(values, NumberOf);
            _forms = form == ApiValueForm.Pattern ? Array.ConvertAll(values, TextForm.Parse) : null;
        }

        public bool IsMatch(ReadOnlySpan<byte> value)
        {
            var reader = new Utf8JsonReader(value);
            return reader.Read() && IsMatch(ref reader, value);
        }

        public bool IsMatchOfItem(ReadOnlySpan<byte> list)
        {
            // Its depth was checked when the body was searched.
            var reader = new Utf8JsonReader(list, new JsonReaderOptions { MaxDepth = ConnectionSettings.LargestJsonDepth });
            reader.Read();
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                if (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject)
                    reader.Skip();
                else if (IsMatch(ref reader, list.Slice((int)reader.TokenStartIndex, (int)(reader.BytesConsumed - reader.TokenStartIndex))))
                    return true;
            }

            return false;
        }

        public bool IsMatchOfItem(string list, char separator)
        {
            foreach (var item in list.Split(separator))
            {
                if (item.Trim() is { Length: > 0 } text && IsMatch(text))
                    return true;
            }

            return false;
        }

        private bool IsMatch(ref Utf8JsonReader reader, ReadOnlySpan<byte> raw)
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.String when _form == ApiValueForm.Text:
                    foreach (var text in _texts)
                    {
                        if (MemberFinder.IsText(ref reader, text))
                            return true;
                    }

                    return false;
                case JsonTokenType.String:
                    // If a server sends "1" or "True", it means the printed number or Boolean.
                    return new FoundMember(JsonTokenType.String, 0, raw.Length).TextIn(raw, _forms is null ? 64 : raw.Length) is { } quoted && IsMatch(quoted);
                case JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False:
                    return raw.Length <= 64 && IsMatch(Encoding.UTF8.GetString(raw.ToArray()));
                default:
                    return false;
            }
        }

        private bool IsMatch(string text)
        {
            if (_forms is not null)
                return Array.Exists(_forms, form => form.IsMatch(text));
            // For a Boolean, the list has all words with the same meaning.
            var comparison = _form == ApiValueForm.Boolean ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
            if (_form == ApiValueForm.Boolean)
                text = text.Trim();
            var number = _form is ApiValueForm.Number or ApiValueForm.Any ? NumberOf(text) : null;
            for (var i = 0; i < _texts.Length; i++)
            {
                if (string.Equals(Encoding.UTF8.GetString(_texts[i]), text, comparison) || (number is not null && number == _numbers[i]))
                    return true;
            }

            return false;
        }

        private static decimal? NumberOf(string text)
            => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}

/// <summary>The comparison of the values in a condition with the values in a body. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum ApiValueForm
{
    /// <summary>As text, case included.</summary>
    Text,

    /// <summary>As a number, in quotation marks or not.</summary>
    Number,

    /// <summary>
    /// As a Boolean: words such as <c>true</c>, <c>1</c>, <c>yes</c>, <c>on</c> and <c>Y</c> are the same. Quotation marks and case make no difference.
    /// </summary>
    Boolean,

    /// <summary>As text or as a number: the reference does not show the type.</summary>
    Any,

    /// <summary>As text, case included. Words in braces stand for any characters: <c>ERR {code}</c>.</summary>
    Pattern,
}
