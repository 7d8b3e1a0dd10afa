using ApiSpec.Generated;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Reference;
using ApiSpec.Testing.Recording;
using ApiSpec.Transport;

namespace ApiSpec.Testing.Responses;

/// <summary>A value of the path, a query parameter or a header of a received request, with the row that describes it.</summary>
internal sealed class ReceivedParameter
{
    private readonly ReceivedRequest _request;
    private readonly string _what;
    private readonly string _name;
    private readonly RowDeclaration? _row;
    private readonly IReadOnlyList<string> _texts;
    private readonly bool _isCredential;

    private ReceivedParameter(
        ReceivedRequest request, string what, string name, RowDeclaration? row, IReadOnlyList<string> texts, bool isCredential = false)
    {
        _request = request;
        _what = what;
        _name = name;
        _row = row;
        _texts = texts;
        _isCredential = isCredential;
    }

    /// <exception cref="ArgumentException">The path has no such value.</exception>
    public static ReceivedParameter InPath(ReceivedRequest request, string name)
    {
        const string What = "path value";
        return request.PathValues.TryGetValue(name, out var text)
            ? new ReceivedParameter(request, What, name, request.Operation?.PathRows.FirstOrDefault(row => row.Name == name), [text])
            : throw Unknown(request, What, name, request.PathValues.Keys);
    }

    /// <exception cref="ArgumentException">Neither the operation nor the request has such a parameter.</exception>
    public static ReceivedParameter InQuery(ReceivedRequest request, string name)
    {
        const string What = "query parameter";
        var isSecret = request.Operation is { } operation && SecretParameters.OfQuery(operation).IsSecret(name) == true;
        return request.Operation?.IsFilledByCredential(name) == true
            ? new ReceivedParameter(request, What, name, null, request.Query.GetValues(name), isCredential: true)
            : Find(request, What, name, request.Operation?.QueryRows ?? [], request.Query, StringComparison.Ordinal, isSecret)
                ?? throw Unknown(request, What, name, NamesOf(request.Operation?.QueryRows, request.Query));
    }

    /// <exception cref="ArgumentException">Neither the operation nor the request has such a header.</exception>
    public static ReceivedParameter InHeaders(ReceivedRequest request, string name)
    {
        const string What = "header";
        var isCredential = request.Operation is { } operation ? new SecretHeaders(operation).IsMaskedInRequest(name) : !HeaderSecrets.IsHarmless(name);
        return Find(request, What, name, request.Operation?.HeaderRows ?? [], request.Headers, StringComparison.OrdinalIgnoreCase, isCredential)
            ?? throw Unknown(request, What, name, NamesOf(request.Operation?.HeaderRows, request.Headers));
    }

    /// <summary>Reads the value.</summary>
    /// <returns>Null: it was not sent.</returns>
    public T? Read<T>()
    {
        var reader = new ParameterReader(_request.Operation?.Api, _row);
        if (_texts.Count == 0)
            return default(T) is null ? default
                : typeof(T) == typeof(bool) && reader.IsFlag ? default
                : throw new InvalidOperationException(
                    $"{Shown(_request)} was sent without the {_what} '{_name}'; to get null, read it as '{ParameterReader.NameOf(typeof(T))}?'.");
        using var localTime = ApiLocalTime.Begin(_request.TimeZone);
        try
        {
            return (T?)reader.Read(typeof(T), _texts);
        }
        catch (FormatException exception)
        {
            throw new FormatException(Misfit(exception, typeof(T)), Shared(exception));
        }
        catch (OverflowException exception)
        {
            throw new OverflowException(Misfit(exception, typeof(T)), Shared(exception));
        }
        catch (NotSupportedException exception)
        {
            throw new NotSupportedException(
                $"The {_what} '{_name}' cannot be read as '{ParameterReader.NameOf(typeof(T))}'; use a type that the client sends, or string.", exception);
        }
    }

    // The secret can be in the path, whichever value the message is about.
    private static string Shown(ReceivedRequest request)
        => request.Method + " "
            + (request.Operation is { } operation && operation.PathRows.Any(static row => row.IsSecret) ? operation.Template.ToString() : request.Path);

    private bool IsSecret => _isCredential || (_row is not null && _request.Operation is { } operation && SecretRows.AreIn(operation.Api, _row));

    // Its message has the value.
    private Exception? Shared(Exception exception) => IsSecret ? null : exception;

    private static ReceivedParameter? Find(
        ReceivedRequest request,
        string what,
        string name,
        IReadOnlyList<RowDeclaration> rows,
        FieldCollection fields,
        StringComparison comparison,
        bool isCredential)
    {
        var pattern = RowNames.Find(rows, name, comparison);
        // A program can leave out the brackets of a list.
        if ((pattern is { IsPattern: false } ? pattern
            : rows.FirstOrDefault(row => row is { IsPattern: false, IsRest: false } && row.Name.Equals(name, comparison))) is { } row)
            return new ReceivedParameter(request, what, name, row, RequestCheck.ValuesOf(row, fields.GetValues), isCredential);
        var texts = fields.GetValues(name);
        return pattern is not null || texts.Count > 0 || rows.Any(static row => row.IsRest)
            ? new ReceivedParameter(request, what, name, pattern, texts, isCredential)
            : null;
    }

    private static IEnumerable<string> NamesOf(IEnumerable<RowDeclaration>? rows, FieldCollection sent)
        => rows?.Where(static row => !row.IsRest).Select(static row => row.Name) ?? sent.Select(static field => field.Key).Distinct(StringComparer.Ordinal);

    private static ArgumentException Unknown(ReceivedRequest request, string what, string name, IEnumerable<string> known)
    {
        var names = string.Join(", ", known.Select(static known => $"'{known}'"));
        return new ArgumentException(
            $"{Shown(request)} has no {what}" + (names.Length == 0 ? "s." : $" '{name}'; it has {names}."), nameof(name));
    }

    private string Misfit(Exception exception, Type type)
    {
        var start = $"The {_what} '{_name}' of {Shown(_request)} ";
        if (exception is RepeatedValueException)
        {
            var item = ParameterReader.NameOf(Nullable.GetUnderlyingType(type) ?? type);
            return start + $"was sent {_texts.Count} times; to get all values, read it as 'IReadOnlyList<{item}>'.";
        }

        return start + $"has {(IsSecret ? "a value" : $"the value '{string.Join(", ", _texts)}'")}, "
            + $"which cannot be read as '{ParameterReader.NameOf(type)}'.";
    }
}
