using System.Buffers;
using System.Collections;
using System.Globalization;
using System.IO.Pipelines;
using System.Reflection;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Example.Kitchen;
using Hitachi.JP1.AutomaticOperation;
using Xunit;

namespace ApiSpec.Testing.Tests;

/// <summary>JsonSerializer reads and writes every generated type of JP1/AO and of the kitchen sink like its contract.</summary>
public sealed class SerializerTests
{
    private const int Deepest = 3;

    private static readonly JsonSerializerOptions s_relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonSerializerOptions s_smallBuffer = new() { DefaultBufferSize = 16 };

    private static readonly JsonSerializerOptions s_ineffective = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        DictionaryKeyPolicy = JsonNamingPolicy.SnakeCaseUpper,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        IncludeFields = true,
        NumberHandling = JsonNumberHandling.WriteAsString,
        PropertyNameCaseInsensitive = true,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseUpper,
        ReferenceHandler = ReferenceHandler.Preserve,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    // References would add a member to the dictionary itself.
    private static readonly JsonSerializerOptions s_keys = new(s_ineffective) { ReferenceHandler = null };

    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true };

    private static readonly JsonSerializerOptions s_shallow = new() { MaxDepth = 3 };

#if NET9_0_OR_GREATER
    private static readonly JsonSerializerOptions s_tabs = new() { WriteIndented = true, IndentCharacter = '\t', IndentSize = 1, NewLine = "\n" };
#endif

    private static readonly NullabilityInfoContext s_nullability = new();

    private static IReadOnlyList<Type> Types { get; } =
    [
        .. typeof(AutomaticOperationClient).Assembly.GetExportedTypes().Where(static type => IsGenerated(type) && ContractOf(type) is not null)
            .OrderBy(static type => type.FullName, StringComparer.Ordinal),
    ];

    [Fact]
    public void Every_type_has_the_same_JSON_from_both()
    {
        var checkedTypes = new List<string>();
        foreach (var type in Types)
        {
            foreach (var isWhole in new[] { true, false })
            {
                var value = Sample(type, isWhole, 0)!;
                typeof(SerializerTests).GetMethod(nameof(AssertSame), BindingFlags.Static | BindingFlags.NonPublic)!
                    .MakeGenericMethod(type).Invoke(null, BindingFlags.DoNotWrapExceptions, null, [ContractOf(type), value], null);
            }

            checkedTypes.Add(type.FullName!);
        }

        Assert.True(checkedTypes.Count > 100, string.Join('\n', checkedTypes));
        Assert.Contains(checkedTypes, static name => name.StartsWith("Example.Kitchen.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Text_in_pieces_is_read_whole()
    {
        foreach (var type in Types)
        {
            var bytes = JsonSerializer.SerializeToUtf8Bytes(new[] { Sample(type, isWhole: true, 0)! });
            var array = type.MakeArrayType();
            // A date format can contain less than the sample.
            var value = ((Array)JsonSerializer.Deserialize(bytes, array)!).GetValue(0);

            using var stream = new TricklingStream(bytes);
            var streamed = (Array)(await JsonSerializer.DeserializeAsync(stream, array, s_smallBuffer, TestContext.Current.CancellationToken))!;
            Assert.Equal(value, streamed.GetValue(0));

#if NET10_0_OR_GREATER
            var pipe = PipeReader.Create(Pieces.Of(bytes, 7));
            var piped = (Array)(await JsonSerializer.DeserializeAsync(pipe, array, cancellationToken: TestContext.Current.CancellationToken))!;
            Assert.Equal(value, piped.GetValue(0));
#endif
        }
    }

    /// <summary>A program shares its options with all types. The JSON of a generated type follows from the reference alone.</summary>
    [Fact]
    public void Options_for_names_null_and_numbers_have_no_effect()
    {
        foreach (var type in Types)
        {
            var value = Sample(type, isWhole: true, 0)!;
            var json = JsonSerializer.Serialize(value, type, s_relaxed);

            Assert.Equal(json, JsonSerializer.Serialize(value, type, s_ineffective));
            Assert.Equal(JsonSerializer.Deserialize(json, type), JsonSerializer.Deserialize(json, type, s_ineffective));
        }

        const string Capitals = """{"NAME":"a","HREF":"b","METHOD":"c","PARAMETERS":[]}""";
        Assert.Throws<JsonException>(static () => JsonSerializer.Deserialize<ActionObject>(Capitals, s_ineffective));
        var counts = new Dictionary<OperationResultState, JsonElement> { [new("onHold")] = JsonSerializer.SerializeToElement(1) };
        Assert.Equal("""{"onHold":1}""", JsonSerializer.Serialize(counts, s_keys));
    }

    [Fact]
    public void Options_for_characters_indentation_and_depth_have_an_effect()
    {
        var value = (ActionObject)Sample(typeof(ActionObject), isWhole: false, 0)!;

        Assert.Contains("\\u00E9", JsonSerializer.Serialize(value), StringComparison.Ordinal);
        Assert.Contains("é", JsonSerializer.Serialize(value, s_relaxed), StringComparison.Ordinal);
        var indented = JsonSerializer.Serialize(value, s_indented);
        Assert.StartsWith("{\n  \"name\": ", indented.ReplaceLineEndings("\n"), StringComparison.Ordinal);
#if NET9_0_OR_GREATER
        var tabs = JsonSerializer.Serialize(value, s_tabs);
        Assert.StartsWith("{\n\t\"name\": ", tabs, StringComparison.Ordinal);
#endif
        Assert.Throws<JsonException>(
            static () => JsonSerializer.Deserialize<ActionObject>("""{"name":"a","href":"b","method":"c","parameters":[[[]]]}""", s_shallow));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Comments_and_trailing_commas_are_allowed_in_every_kind_of_input_if_the_options_say_so(bool isWrong)
    {
        var options = new JsonSerializerOptions { DefaultBufferSize = 16, AllowTrailingCommas = true, ReadCommentHandling = JsonCommentHandling.Skip };
        var bytes = Encoding.UTF8.GetBytes(
            ("[ // one, ]\n { /* \"a\": , } */ \"name\": \"a, ] // /* \\\" ,}\", \"href\": /**/ WRONG, // two\r\n"
            + " \"method\": \"c\" , \"parameters\": [ ] , /* ] */ } , ]")
                .Replace("WRONG", isWrong ? "1 /* , */" : "\"b\" /* , */", StringComparison.Ordinal));
        var inPieces = new List<Func<Task<ActionObject[]?>>>
        {
            () => Task.FromResult(JsonSerializer.Deserialize<ActionObject[]>(bytes, options)),
            async () => await JsonSerializer.DeserializeAsync<ActionObject[]>(new TricklingStream(bytes), options, TestContext.Current.CancellationToken),
            () =>
            {
                var reader = new Utf8JsonReader(
                    Pieces.Of(bytes, 7), new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
                return Task.FromResult(JsonSerializer.Deserialize<ActionObject[]>(ref reader, options));
            },
        };

        foreach (var read in inPieces)
        {
            if (isWrong)
            {
                Assert.StartsWith("$.href: ", (await Assert.ThrowsAsync<JsonException>(read)).Message, StringComparison.Ordinal);
                continue;
            }

            var action = Assert.Single((await read())!);
            Assert.Equal(("a, ] // /* \" ,}", "b", "c"), (action.Name, action.Href, action.Method));
        }

        await Assert.ThrowsAsync<JsonException>(async () => await JsonSerializer.DeserializeAsync<ActionObject[]>(
            new TricklingStream(bytes), s_smallBuffer, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Enum_is_the_key_of_a_dictionary()
    {
        var counts = new Dictionary<OperationResultState, int> { [new("on \"hold\" \\ 保留")] = 1, [new("")] = 2 };

        var json = JsonSerializer.Serialize(counts, s_relaxed);

        Assert.Equal("""{"on \"hold\" \\ 保留":1,"":2}""", json);
        Assert.Equal(counts, JsonSerializer.Deserialize<Dictionary<OperationResultState, int>>(json));
        Assert.Throws<NotSupportedException>(
            static () => JsonSerializer.Serialize(new Dictionary<OperationResult, int> { [(OperationResult)Sample(typeof(OperationResult), true, 0)!] = 1 }));
        Assert.Throws<JsonException>(static () => JsonSerializer.Deserialize<Dictionary<OperationResult, int>>("""{"a": 1}"""));
        Assert.Throws<JsonException>(static () => JsonSerializer.Deserialize<Dictionary<OperationResultState, int>>("""{"\ud800": 1}"""));
    }

    [Fact]
    public void Wrong_JSON_is_an_exception_of_the_serializer_with_the_path()
    {
        var missing = Assert.Throws<JsonException>(static () => JsonSerializer.Deserialize<ActionObject>("""{"name": "a"}"""));
        var wrong = Assert.Throws<JsonException>(
            static () => JsonSerializer.Deserialize<ActionObject[]>("""[{"name": "a", "href": {}, "method": "c", "parameters": []}]"""));
        var unicode = Assert.Throws<JsonException>(static () => JsonSerializer.Deserialize<ActionObject>("""{"name": "\ud800"}"""));
        var state = Assert.Throws<JsonException>(static () => JsonSerializer.Deserialize<OperationResultState>("null"));

        Assert.StartsWith("$.href: ", missing.Message, StringComparison.Ordinal);
        Assert.StartsWith("$.href: ", wrong.Message, StringComparison.Ordinal);
        Assert.Equal("$[0]", wrong.Path![..4]);
        Assert.StartsWith("$.name: ", unicode.Message, StringComparison.Ordinal);
        Assert.IsType<ApiJsonException>(state.InnerException);
        Assert.Null(JsonSerializer.Deserialize<ActionObject>("null"));
        Assert.Null(JsonSerializer.Deserialize<OperationResultState?>("null"));
    }

    [Fact]
    public void Value_that_lacks_a_required_member_is_refused_by_name()
    {
        var refused = Assert.Throws<ArgumentException>(static () => JsonSerializer.Serialize(new[] { new ActionObject { Name = "a" } }));

        Assert.Equal("href", refused.ParamName);
    }

    [Fact]
    public void Members_that_the_reference_lacks_come_back_and_others_stay_absent()
    {
        const string Json = """{"name":"a","href":"b","method":"c","parameters":[],"later":{"x":[1.50]}}""";

        Assert.Equal(Json, JsonSerializer.Serialize(JsonSerializer.Deserialize<ActionObject>(Json)));
    }

    [Fact]
    public void Resolver_knows_what_was_added_without_reflection()
    {
        var options = new JsonSerializerOptions { TypeInfoResolver = new ApiJsonResolver().Add(ActionObject.Json).Add(ApiJson.List(() => ActionObject.Json)) };
        var value = (ActionObject)Sample(typeof(ActionObject), true, 0)!;

        var json = JsonSerializer.Serialize<IReadOnlyList<ActionObject>>([value], options);

        Assert.Equal("[" + JsonSerializer.Serialize(value, options) + "]", json);
        Assert.Equal([value], JsonSerializer.Deserialize<IReadOnlyList<ActionObject>>(json, options)!);
        Assert.Throws<NotSupportedException>(() => JsonSerializer.Serialize(new List<ActionObject>(), options));
    }

    [Fact]
    public void Bytes_that_are_null_are_not_empty()
    {
        var read = Everything.Json.Parse(Everything.Json.ToJson((Everything)Sample(typeof(Everything), isWhole: false, 0)!));

        Assert.Null(read.NullBlob);
    }

#if !RUNTIME_NETSTANDARD
    [Fact]
    public void Generic_code_finds_the_contract_of_a_type()
    {
        var record = (ActionObject)Sample(typeof(ActionObject), true, 0)!;

        Assert.Equal(record, CopyOf(record));
        Assert.Same(ActionObject.Json, ContractOf<ActionObject>());
    }

    private static T CopyOf<T>(T value)
        where T : IApiContract<T>
        => T.Json.Parse(T.Json.ToUtf8Bytes(value));

    private static ApiJson<T> ContractOf<T>()
        where T : IApiContract<T>
        => T.Json;
#endif

    private static void AssertSame<T>(ApiJson<T> contract, T value)
        where T : notnull
    {
        Assert.IsAssignableFrom<ApiJsonConverter<T>>(JsonSerializerOptions.Default.GetTypeInfo(typeof(T)).Converter);
        var json = JsonSerializer.Serialize(value, s_relaxed);
        Assert.Equal(contract.ToJson(value), json);

        // The default encoder escapes more characters.
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
            contract.Write(writer, value);
        Assert.Equal(Encoding.UTF8.GetString(buffer.WrittenSpan), JsonSerializer.Serialize(value));

        var read = JsonSerializer.Deserialize<T>(json)!;
        Assert.Equal(contract.Parse(json), read);
        Assert.Equal(json, JsonSerializer.Serialize(read, s_relaxed));
        Assert.Equal(
            "{\"items\":[" + json + "],\"one\":" + json + "}", JsonSerializer.Serialize(new { items = new List<T> { read }, one = (object)read }, s_relaxed));
        Assert.Equal(read, JsonSerializer.Deserialize<Dictionary<string, T>>("{\"a\": " + json + "}")!["a"]);
        Assert.Equal(read, JsonSerializer.SerializeToElement(read).Deserialize<T>());
    }

    /// <summary>Whether a type is generated. The project for .NET 8 also compiles hand-written records of the library's tests.</summary>
    private static bool IsGenerated(Type type) => type.Namespace!.Split('.')[0] is "Hitachi" or "Example";

    private static object? ContractOf(Type type)
        => type.GetProperty("Json", BindingFlags.Public | BindingFlags.Static) is { } json && json.PropertyType == typeof(ApiJson<>).MakeGenericType(type)
            ? json.GetValue(null)
            : null;

    /// <summary>Returns a value with all members, or with the required ones.</summary>
    private static object? Sample(Type type, bool isWhole, int depth)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string))
            return "a <b> 'é' 日本";
        if (type == typeof(bool))
            return true;
        if (type == typeof(DateTimeOffset))
            return new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(9));
        if (type == typeof(DateOnly))
            return new DateOnly(2026, 1, 2);
        if (type == typeof(TimeOnly))
            return new TimeOnly(3, 4, 5);
        if (type == typeof(TimeSpan))
            return TimeSpan.FromMinutes(90);
        if (type == typeof(Guid))
            return new Guid("6f9619ff-8b86-d011-b42d-00c04fc964ff");
        if (type == typeof(ReadOnlyMemory<byte>))
            return new ReadOnlyMemory<byte>([1, 2, 250]);
        if (type == typeof(JsonElement))
            return JsonSerializer.Deserialize<JsonElement>("""{"a": [1.50, null]}""");
        if (type.IsPrimitive || type == typeof(decimal))
            return Convert.ChangeType(7, type, CultureInfo.InvariantCulture);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
            return ListOf(type.GetGenericArguments()[0], isWhole, depth);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>))
            return MapOf(type.GetGenericArguments()[1], isWhole, depth);
        if (type.IsValueType)
            return Activator.CreateInstance(type, "a <b> 'é'");
        if (type.GetProperty("Other") is not null && type.GetConstructor([]) is null)
            return UnionOf(type, isWhole, depth);
        return RecordOf(type, isWhole, depth);
    }

    private static Array ListOf(Type item, bool isWhole, int depth)
    {
        var list = Array.CreateInstance(item, isWhole && depth < Deepest ? 2 : 0);
        for (var i = 0; i < list.Length; i++)
            list.SetValue(Sample(item, isWhole, depth + 1), i);
        return list;
    }

    private static IDictionary MapOf(Type value, bool isWhole, int depth)
    {
        var map = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(typeof(string), value))!;
        if (isWhole && depth < Deepest)
            map["a <b>"] = Sample(value, isWhole, depth + 1);
        return map;
    }

    private static object UnionOf(Type type, bool isWhole, int depth)
    {
        var make = type.GetConstructors()
            .First(static constructor => constructor.GetParameters() is [{ ParameterType: var only }] && only != typeof(JsonElement));
        return make.Invoke([Sample(make.GetParameters()[0].ParameterType, isWhole, depth + 1)]);
    }

    private static object RecordOf(Type type, bool isWhole, int depth)
    {
        var record = Activator.CreateInstance(type)!;
        foreach (var property in type.GetProperties().Where(static property => property.CanWrite && property.GetIndexParameters().Length == 0))
        {
            // Names of a pattern are composed of its prefix and suffix. Members without a property are kept under any name.
            if (property.GetCustomAttribute<JsonIgnoreAttribute>() is not null && property.Name != "AdditionalMembers" && depth > 0)
                continue;
            var mayBeNull = Nullable.GetUnderlyingType(property.PropertyType) is not null
                || s_nullability.Create(property).ReadState == NullabilityState.Nullable;
            if (!mayBeNull || (isWhole && depth < Deepest))
                property.SetValue(record, Sample(property.PropertyType, isWhole, depth + 1));
        }

        return record;
    }

    /// <summary>A sequence of small segments.</summary>
    private sealed class Pieces : ReadOnlySequenceSegment<byte>
    {
        public static ReadOnlySequence<byte> Of(byte[] bytes, int size)
        {
            var first = new Pieces { Memory = bytes.AsMemory(0, Math.Min(size, bytes.Length)) };
            var last = first;
            for (var start = size; start < bytes.Length; start += size)
            {
                var next = new Pieces { Memory = bytes.AsMemory(start, Math.Min(size, bytes.Length - start)), RunningIndex = start };
                last.Next = next;
                last = next;
            }

            return new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length);
        }
    }

    /// <summary>Returns three bytes at a time.</summary>
    private sealed class TricklingStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
            => base.ReadAsync(buffer[..Math.Min(buffer.Length, 3)], cancellationToken);
    }
}
