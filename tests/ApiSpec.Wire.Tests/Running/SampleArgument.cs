using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Xml;
using ApiSpec.Generated;

namespace ApiSpec.Wire.Tests.Running;

/// <summary>Creates values of generated and other types from their sent strings.</summary>
internal static class SampleArgument
{
    /// <summary>Returns the value of a type for its sent strings; several strings form a list.</summary>
    public static object? Of(Type type, params IReadOnlyList<string> texts)
    {
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
        {
            var item = type.GetGenericArguments()[0];
            var list = Array.CreateInstance(item, texts.Count);
            for (var i = 0; i < texts.Count; i++)
                list.SetValue(OfText(item, texts[i]), i);
            return list;
        }

        return OfText(type, texts[0]);
    }

    private static object OfText(Type type, string text)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string))
            return text;
        if (type == typeof(bool))
            return text is "" or "true";
        if (type == typeof(DateTimeOffset))
            return DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
        if (type == typeof(DateOnly))
            return DateOnly.Parse(text, CultureInfo.InvariantCulture);
        if (type == typeof(TimeOnly))
            return TimeOnly.Parse(text, CultureInfo.InvariantCulture);
        if (type == typeof(TimeSpan))
            return XmlConvert.ToTimeSpan(text);
        if (type == typeof(Guid))
            return Guid.Parse(text);
        if (type == typeof(ReadOnlyMemory<byte>))
            return new ReadOnlyMemory<byte>(Convert.FromBase64String(text));
        if (type == typeof(ApiFile))
            return new ApiFile(new MemoryStream(Convert.FromBase64String(text)), "file.bin");
        if (type == typeof(JsonElement))
            return JsonElement.Parse(text);
        if (type.IsPrimitive || type == typeof(decimal))
            return Convert.ChangeType(text, type, CultureInfo.InvariantCulture);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>))
            return JsonSerializer.Deserialize<Dictionary<string, string>>(text)!;
        if (type.GetConstructor([typeof(string)]) is { } make)
            return make.Invoke([text]);
        return Parse(type, text);
    }

    /// <summary>Reads JSON through the generated contract of a type.</summary>
    public static object Parse(Type type, string json)
    {
        var contract = type.GetProperty("Json", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;
        return contract.GetType().GetMethod("Parse", [typeof(string)])!.Invoke(contract, BindingFlags.DoNotWrapExceptions, null, [json], null)!;
    }

    /// <summary>Reads the JSON of a parameter, which can be a list, a map or any other value.</summary>
    public static object OfJson(Type type, string json)
    {
        if (type.GetProperty("Json", BindingFlags.Public | BindingFlags.Static) is not null)
            return Parse(type, json);
        return type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)
            && type.GetGenericArguments()[0].GetProperty("Json", BindingFlags.Public | BindingFlags.Static) is not null
                ? Items(type, json)
                : JsonSerializer.Deserialize(json, type)!;
    }

    /// <summary>Reads the bytes of a response through the generated contract of a type.</summary>
    public static object Read(ApiRawBody body, Type type)
    {
        var contract = type.GetProperty("Json", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;
        return typeof(ApiRawBody).GetMethod(nameof(ApiRawBody.Read))!.MakeGenericMethod(type).Invoke(
            body, BindingFlags.DoNotWrapExceptions, null, [contract], null)!;
    }

    /// <summary>Reads a JSON array through the generated contract of the items of a list.</summary>
    public static Array Items(Type list, string json)
    {
        var type = list.GetGenericArguments()[0];
        var items = JsonElement.Parse(json).EnumerateArray().Select(item => Parse(type, item.GetRawText())).ToArray();
        var array = Array.CreateInstance(type, items.Length);
        items.CopyTo(array, 0);
        return array;
    }

    /// <summary>Reads the JSON of a request body, which can be a list or a map.</summary>
    public static object ParseBody(Type type, string json)
    {
        if (!type.IsGenericType)
            return Parse(type, json);
        if (type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
            return Items(type, json);
        var value = type.GetGenericArguments()[1];
        var map = (System.Collections.IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(typeof(string), value))!;
        foreach (var entry in JsonElement.Parse(json).EnumerateObject())
            map[entry.Name] = Parse(value, entry.Value.GetRawText());
        return map;
    }

    /// <summary>Returns the JSON Schema of a body.</summary>
    public static string SchemaOf(Type type)
    {
        var value = type.IsGenericType ? type.GetGenericArguments()[^1] : type;
        var contract = value.GetProperty("Json", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;
        var form = !type.IsGenericType ? nameof(SchemaOfValue)
            : type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? nameof(SchemaOfList)
            : nameof(SchemaOfMap);
        return (string)typeof(SampleArgument).GetMethod(form, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(value).Invoke(null, [contract])!;
    }

    private static string SchemaOfValue<T>(ApiJson<T> contract) => contract.ToJsonSchema().ToJsonString();

    private static string SchemaOfList<T>(ApiJson<T> contract) => ApiJson.List(() => contract).ToJsonSchema().ToJsonString();

    private static string SchemaOfMap<T>(ApiJson<T> contract) => ApiJson.Map(() => contract).ToJsonSchema().ToJsonString();

    /// <summary>Whether a value contains a union that matches none of its alternatives.</summary>
    public static bool HoldsOther(object? value) => value switch
    {
        null or string => false,
        System.Collections.IDictionary map => map.Values.Cast<object?>().Any(HoldsOther),
        System.Collections.IEnumerable list => list.Cast<object?>().Any(HoldsOther),
        _ when value.GetType() is { IsGenericType: true } entry && entry.GetGenericTypeDefinition() == typeof(KeyValuePair<,>)
            => HoldsOther(entry.GetProperty("Value")!.GetValue(value)),
        _ when value.GetType().Assembly.IsDynamic || value.GetType().Assembly.GetName().Name == "Consumer"
            => value.GetType().GetProperties().Where(static property => property.GetIndexParameters().Length == 0 && !property.GetMethod!.IsStatic)
                .Any(property => property.Name == "Other" ? property.GetValue(value) is not null : HoldsOther(property.GetValue(value))),
        _ => false,
    };

    /// <summary>Writes JSON through the generated contract of a type.</summary>
    public static string Write(object value)
    {
        var type = value.GetType();
        var contract = type.GetProperty("Json", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;
        return (string)contract.GetType().GetMethod("ToJson", [type])!.Invoke(contract, BindingFlags.DoNotWrapExceptions, null, [value], null)!;
    }

    /// <summary>Returns the text of a value that was read from a header.</summary>
    public static string TextOf(object value) => value switch
    {
        bool boolean => boolean ? "true" : "false",
        DateTimeOffset time => TextValue.ToText(time),
        DateOnly date => TextValue.ToText(date),
        TimeOnly time => TextValue.ToText(time),
        TimeSpan duration => TextValue.ToText(duration),
        ReadOnlyMemory<byte> bytes => Convert.ToBase64String(bytes.Span),
        System.Collections.IEnumerable list and not string => string.Join(",", list.Cast<object>().Select(TextOf)),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
