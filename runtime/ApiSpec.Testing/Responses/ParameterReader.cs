using System.Globalization;
using System.Reflection;
using ApiSpec.Generated;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Reference;
using ApiSpec.Language.Rows;
using ApiSpec.Testing.Loading;

namespace ApiSpec.Testing.Responses;

/// <summary>Reads the text of a parameter as the type that a client sends. The row says how the client writes it.</summary>
internal sealed class ParameterReader
{
    private static readonly MethodInfo s_parse = typeof(ParameterReader).GetMethod(nameof(ParseAs), BindingFlags.NonPublic | BindingFlags.Static)!;

    private readonly StubApi? _api;
    private readonly TypeResolver? _types;
    private readonly ValueForms? _forms;

    /// <summary>Creates a reader.</summary>
    /// <param name="api">The files of the API; null: they do not describe the request.</param>
    /// <param name="row">The row of the parameter; null: they do not describe it.</param>
    public ParameterReader(StubApi? api, RowDeclaration? row)
    {
        _api = api;
        if (api is null || row is null)
            return;
        _types = new TypeResolver(api);
        _forms = _types.Resolve(row.Type, TypeScope.Empty);
    }

    /// <summary>Whether the parameter has no value: that it was sent means true.</summary>
    public bool IsFlag => _forms?.Forms.Any(static form => form.Kind == TypeKind.Flag) == true;

    /// <summary>Reads all values of the parameter.</summary>
    /// <param name="type">The type of the program.</param>
    /// <param name="texts">The decoded values, at least one.</param>
    /// <returns>The value; null: the text stands for null.</returns>
    /// <exception cref="FormatException">A text does not fit the type.</exception>
    /// <exception cref="OverflowException">A value is too large or too small for the type.</exception>
    /// <exception cref="NotSupportedException">No text can be read as the type.</exception>
    public object? Read(Type type, IReadOnlyList<string> texts)
    {
        if (ItemOf(type) is { } item)
            return ReadList(item, texts);
        return texts.Count == 1 ? ReadValue(type, _forms, texts[0]) : throw new RepeatedValueException();
    }

    /// <summary>The name of a type as C# writes it, without its namespace.</summary>
    public static string NameOf(Type type)
    {
        if (ItemOf(type) is { } item)
            return type.IsArray ? NameOf(item) + "[]" : $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{NameOf(item)}>";
        if (Nullable.GetUnderlyingType(type) is { } value)
            return NameOf(value) + "?";
        return Type.GetTypeCode(type) switch
        {
            _ when type.IsEnum => type.Name,
            TypeCode.String => "string",
            TypeCode.Boolean => "bool",
            TypeCode.Int32 => "int",
            TypeCode.Int64 => "long",
            TypeCode.Double => "double",
            TypeCode.Decimal => "decimal",
            _ => type.Name,
        };
    }

    // An array is every list that a client takes.
    private static Type? ItemOf(Type type)
    {
        var item = type.IsArray ? type.GetElementType() : type is { IsGenericType: true, GenericTypeArguments: [var only] } ? only : null;
        return item is not null && type.IsAssignableFrom(item.MakeArrayType()) ? item : null;
    }

    private Array ReadList(Type type, IReadOnlyList<string> texts)
    {
        var list = _forms?.Forms.FirstOrDefault(static form => form.Kind == TypeKind.List || WrittenForm.IsList(form.Kind));
        var items = list is not null && WrittenForm.SeparatorOf(list.Kind) is not null
            ? [.. texts.SelectMany(text => ListForm.Items(list.Type, text) ?? throw new FormatException())]
            : texts;
        var forms = list is null ? _forms : _types!.Resolve(list.Type.Arguments[0], list.Scope);
        var values = Array.CreateInstance(type, items.Count);
        for (var i = 0; i < items.Count; i++)
            values.SetValue(ReadValue(type, forms, items[i]), i);
        return values;
    }

    private object? ReadValue(Type type, ValueForms? forms, string text)
    {
        var value = Nullable.GetUnderlyingType(type);
        if (value is not null && forms?.Substitutes.Contains(text, StringComparer.Ordinal) == true)
            return null;
        return ReadText(value ?? type, forms?.Forms.Select(static form => form.Type.Kind == TypeKind.Quoted ? form.Type.Arguments[0] : form.Type) ?? [], text);
    }

    private object ReadText(Type type, IEnumerable<TypeReference> forms, string text)
    {
        if (type == typeof(string))
            return text;
        if (type == typeof(bool))
            return ReadBoolean(forms, text);
        if (typeof(IEnumValue).IsAssignableFrom(type))
            return Activator.CreateInstance(type, text)!;
        if (type.IsEnum)
            return Enum.ToObject(type, ReadText(Enum.GetUnderlyingType(type), forms, text));
        if (type == typeof(ReadOnlyMemory<byte>))
            return HeaderValue.Bytes(text);
        if (ReadMoment(type, forms, text) is { } moment)
            return moment;
        if (!Array.Exists(
            type.GetInterfaces(),
            known => known.IsGenericType && known.GetGenericTypeDefinition() == typeof(IParsable<>) && known.GenericTypeArguments[0] == type))
            throw new NotSupportedException();
        return s_parse.MakeGenericMethod(type).CreateDelegate<Func<string, object>>()(text);
    }

    private static bool ReadBoolean(IEnumerable<TypeReference> forms, string text)
    {
        if (forms.FirstOrDefault(static form => form is { Kind: TypeKind.Boolean, Words.Count: > 0 }) is { } words)
            return HeaderValue.Boolean(text, words.Words[0], words.Words[1]);
        // That a flag was sent means true. A parameter that no row describes can be one.
        return (text.Length == 0 && forms.All(static form => form.Kind == TypeKind.Flag)) || HeaderValue.Boolean(text);
    }

    private object? ReadMoment(Type type, IEnumerable<TypeReference> forms, string text)
    {
        if (type == typeof(DateTimeOffset) && forms.FirstOrDefault(static form => form.Kind is TypeKind.DateTime or TypeKind.Epoch) is { } moment)
        {
            var format = moment.Kind == TypeKind.Epoch ? moment.Format : _api!.MomentFormatOf(moment.Format ?? _api!.DateTimeFormat, moment.AlsoEpoch);
            return format is null ? HeaderValue.DateTimeOffset(text) : HeaderValue.DateTimeOffset(text, format);
        }

        if (type == typeof(DateOnly) && forms.FirstOrDefault(static form => form.Kind == TypeKind.Date) is { } date)
            return date.Format is null ? HeaderValue.Date(text) : HeaderValue.Date(text, date.Format);
        if (type == typeof(TimeOnly) && forms.FirstOrDefault(static form => form.Kind == TypeKind.Time) is { } time)
            return time.Format is null ? HeaderValue.Time(text) : HeaderValue.Time(text, time.Format);
        return type == typeof(TimeSpan) && forms.Any(static form => form.Kind == TypeKind.Duration) ? HeaderValue.TimeSpan(text) : null;
    }

    private static object ParseAs<T>(string text)
        where T : IParsable<T>
        => T.Parse(text, CultureInfo.InvariantCulture);
}

/// <summary>A parameter has several values, and the program asks for one.</summary>
internal sealed class RepeatedValueException : FormatException;
