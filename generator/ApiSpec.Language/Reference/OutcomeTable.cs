using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;

namespace ApiSpec.Language.Reference;

/// <summary>
/// All documented outcomes of a section: its own rows, completed with wording from the API file, and the outcomes that any section can return.
/// </summary>
internal sealed class OutcomeTable
{
    private readonly List<Outcome> _outcomes = [];

    // RFC 9110, section 15.5.1: the status that a server sends if no other status fits better.
    private const int StatusOfErrors = 400;

    // Error codes are numbered as if their status had a row, so that adding that row renumbers none of them.
    private const int FirstNumberOfCodes = 2;

    private OutcomeTable(bool isOpen, bool areErrorCodesOpen)
    {
        IsOpen = isOpen;
        AreErrorCodesOpen = areErrorCodesOpen;
    }

    /// <summary>
    /// The outcomes in the order of their codes. Outcomes with the same code keep the order of the reference, and a class of codes comes after its codes.
    /// </summary>
    public IReadOnlyList<Outcome> All => _outcomes;

    /// <summary>Whether the page shows no table, or only a part of it. Other outcomes are then as valid as the listed ones.</summary>
    public bool IsOpen { get; }

    /// <summary>Whether the page shows no error codes, or only some. Others are then as valid as the listed ones.</summary>
    public bool AreErrorCodesOpen { get; }

    /// <summary>Whether the reference lists some error codes, but not all.</summary>
    public bool HasOpenErrorCodes => AreErrorCodesOpen && _outcomes.Exists(static outcome => outcome.Error is not null);

    /// <summary>The status code of a success; 200 if the reference lists none.</summary>
    public int SuccessCode
        => (_outcomes.Find(static outcome => outcome.Row.FirstCode is >= 200 and < 300) ?? _outcomes.Find(static outcome => outcome.IsResult))?.Row.FirstCode
            ?? 200;

    /// <summary>The rows of the API file for classes of codes (<c>4xx</c>). All responses of a class have its headers, also those that the section does not
    /// list.</summary>
    public IReadOnlyList<StatusDeclaration> Classes { get; private init; } = [];

    /// <summary>Returns the outcomes of a section.</summary>
    /// <param name="reference">The files of the API.</param>
    /// <param name="section">The section.</param>
    public static OutcomeTable Of(IApiReference reference, SectionDeclaration section)
    {
        var api = reference.Api;
        var codes = new ErrorCodes(reference, section);
        var own = section.Outcomes.ErrorCodes;
        var shared = api?.Outcomes.ErrorCodes ?? ErrorCodeTable.Empty;
        var rows = section.Statuses.Rows.SelectMany(row => Completed(api, row, isOfEverySection: false)).ToList();
        foreach (var code in api?.Always ?? [])
        {
            if (rows.TrueForAll(row => row.Code != code))
                rows.AddRange(Completed(api, new StatusDeclaration { Code = code, Pointer = "/status" }, isOfEverySection: true));
        }

        // An error code in a row of the status table has that status. Any other comes with a success if a condition on the body decides, and with 400
        // otherwise.
        var codeOfOthers = (section.Outcomes.SuccessWhen ?? api?.Outcomes.SuccessWhen) is null ? StatusOfErrors : SuccessWithBody(section);
        var listed = new HashSet<string>(StringComparer.Ordinal);
        rows.AddRange(rows.SelectMany(row => CodesOf(row).Select(error => row with { Error = error, CodeInBody = codes.InBody(error.Code) })).ToList());
        listed.UnionWith(rows.Select(static row => row.CodeInBody).OfType<string>());
        foreach (var (errors, isOfEverySection) in new[] { (own, false), (shared, true) })
        {
            foreach (var error in errors.Rows.Where(error => listed.Add(codes.InBody(error.Code))))
                rows.Add(new Outcome(new StatusDeclaration { Code = codeOfOthers, Pointer = isOfEverySection ? "/status" : error.Pointer }, null,
                    0) { Error = error, CodeInBody = codes.InBody(error.Code), IsOfEverySection = isOfEverySection });
        }

        var wordings = new Dictionary<string, ErrorCodeDeclaration>(StringComparer.Ordinal);
        // A code that a section only lists has the meaning of the API file.
        foreach (var error in shared.Rows.Concat(own.Rows))
        {
            var inBody = codes.InBody(error.Code);
            wordings[inBody] = error.Description is null && wordings.TryGetValue(inBody, out var meaning)
                ? meaning with { Transient = error.Transient ?? meaning.Transient, CSharpName = error.CSharpName ?? meaning.CSharpName }
                : error;
        }

        var isOpen = own.IsOpen || shared.IsOpen || section.Statuses.Rows.Any(static row => row.ErrorCodes.IsOpen);
        var table = new OutcomeTable(section.Statuses.IsOpen, isOpen || listed.Count == 0)
        {
            Classes = api is null ? [] : [.. api.Statuses.Where(static row => row.Code < 100)],
        };
        var numbers = new Dictionary<int, int>();
        foreach (var row in rows.OrderBy(static row => row.Code < 100 ? row.Row.FirstCode + 99 : row.Code))
        {
            numbers.TryGetValue(row.Code, out var before);
            var number = Math.Max(before + 1, row.Error is null ? 1 : FirstNumberOfCodes);
            numbers[row.Code] = number;
            var wording = row.CodeInBody is { } code && wordings.TryGetValue(code, out var words) && !ReferenceEquals(words, row.Error) ? words : null;
            table._outcomes.Add(row with { Number = number, ErrorWording = wording, Class = ClassOf(table.Classes, row.Row.FirstCode) });
        }

        return table;
    }

    /// <summary>Returns the first row of a status code, or else the row of its class; null: the reference does not list the code.</summary>
    public Outcome? Find(int code)
        => _outcomes.Find(outcome => outcome.Code == code && outcome.Error is null)
            ?? _outcomes.Find(outcome => outcome.Code == code / 100 && outcome.Error is null);

    /// <summary>Returns the outcome of a response with this status code and message; null: the reference does not list the code.</summary>
    public Outcome? Find(int code, string? message)
        => _outcomes.Find(outcome => outcome.Code == code && message is not null && string.Equals(outcome.Message, message, StringComparison.OrdinalIgnoreCase))
            ?? Find(code);

    /// <summary>Returns the failure with this error code in its body; null: the reference does not list the error code.</summary>
    public Outcome? FindError(int code, string errorCode)
        => _outcomes.Find(outcome => outcome.Code == code && string.Equals(outcome.ErrorId, errorCode, StringComparison.Ordinal))
            ?? _outcomes.Find(outcome => outcome.Code == code / 100 && string.Equals(outcome.ErrorId, errorCode, StringComparison.Ordinal))
            ?? _outcomes.Find(outcome => string.Equals(
                code is >= 200 and < 300 ? outcome.ErrorId : outcome.CodeInBody, errorCode, StringComparison.Ordinal));

    /// <summary>Returns the headers of a response with this status code, which the section need not list.</summary>
    public EquatableArray<RowDeclaration> HeadersOf(int code) => Find(code)?.Headers ?? ClassOf(Classes, code)?.Headers ?? [];

    /// <summary>Returns the outcome whose <see cref="Outcome.Value"/> is this, or null.</summary>
    public Outcome? OfValue(int value) => _outcomes.Find(outcome => outcome.Value == value);

    /// <summary>Whether a response with the code is a result; a code without a row is a result from 200 to 299.</summary>
    public bool IsResult(int code) => IsResult(Find(code), code);

    /// <summary>Whether a response is a result, as far as its status says.</summary>
    /// <param name="outcome">Its outcome; null: the reference does not list it.</param>
    /// <param name="code">Its status code.</param>
    public static bool IsResult(Outcome? outcome, int code) => outcome?.IsResult ?? code is >= 200 and < 300;

    // A response without content, or a redirect, cannot carry an error code.
    private static int SuccessWithBody(SectionDeclaration section)
        => section.Statuses.Rows.Select(static row => row.FirstCode)
            .FirstOrDefault(static code => code is >= 200 and < 300 and not (204 or 205)) is var code and > 0 ? code : 200;

    private static EquatableArray<ErrorCodeDeclaration> CodesOf(Outcome row)
        => row.Row.ErrorCodes.Rows.Count > 0 || row.Wording is null ? row.Row.ErrorCodes.Rows : row.Wording.ErrorCodes.Rows;

    private static StatusDeclaration? ClassOf(IEnumerable<StatusDeclaration> classes, int code) => classes.FirstOrDefault(row => row.Code == code / 100);

    // A code without a message means all rows of that code in the API file.
    private static IEnumerable<Outcome> Completed(ApiDeclaration? api, StatusDeclaration row, bool isOfEverySection)
    {
        var shared = (api?.Statuses ?? []).Where(candidate => candidate.Code == row.Code).ToList();
        if (row is { Message: null, Description: null } && shared.Count > 1)
            return shared.Select(wording => new Outcome(row with { Message = wording.Message, Editions = row.Editions == EditionRange.All ? wording.Editions
                : row.Editions }, wording, 0) { IsOfEverySection = isOfEverySection });
        var wording = shared.Find(candidate => row.Message is not null && string.Equals(candidate.Message, row.Message, StringComparison.OrdinalIgnoreCase))
            ?? (shared.Count > 0 ? shared[0] : null)
            ?? ClassOf(api?.Statuses ?? [], row.Code);
        return [new Outcome(row, wording, 0) { IsOfEverySection = isOfEverySection }];
    }
}
