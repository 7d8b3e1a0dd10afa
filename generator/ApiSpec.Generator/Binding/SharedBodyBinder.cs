using ApiSpec.Generator.Code;
using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Reading;
using ApiSpec.Language.Reference;

namespace ApiSpec.Generator.Binding;

/// <summary>
/// Determines the type of a request body that is a shared schema with further rules in the section: required members and constants.
/// </summary>
internal sealed class SharedBodyBinder(ApiScope scope)
{
    /// <summary>Creates the record of the body. It can be created from a value of the shared schema.</summary>
    /// <returns>The shared schema if the section adds no rules. Null if a name that it needs is taken, or if the body is not a table; both are
    /// reported.</returns>
    public CodeType? Bind(SpecSource source, SectionNames names, BodyDeclaration body, CodeType table)
    {
        var hasRequired = body.Required.Count > 0 || body.RequiredWhen.Count > 0;
        if (table.IsUnread)
            return hasRequired ? null : table;
        if (table.IsNullable || scope.Records.Find(table) is not { IsTuple: false } record)
        {
            var key = hasRequired ? "required" : body.Values.Any(static value => !value.IsOfEither) ? "with" : null;
            if (key is null)
                return table;
            scope.Report.Add(SpecRules.NotARecord, source.Path, body.Pointer, "The body that '" + key + "' belongs to");
            return null;
        }

        for (var i = 0; i < body.Required.Count; i++)
        {
            var name = body.Required[i];
            CheckName(source, record, name, ReadingContext.ItemPointer("/required", i));
        }

        foreach (var required in body.RequiredWhen)
            CheckName(source, record, required.Name, required.Pointer);

        var values = ValuesOf(source, body, record);
        var filled = record.Members.Where(member => CredentialParameters.FillBody(scope.Api, source.File.Section!, member.WireName)).ToList();
        if (!hasRequired && values.Count == 0 && filled.Count == 0)
            return table;
        // A table of a thousand members in a thousand sections would be too much code for a build.
        var bodyName = names.Stem + "Body";
        if (!scope.Repetition.TryAdd(
            Repetition.SizeOf(record.Members),
            "'" + record.Name + "'",
            new TypeSite(scope.PlaceOf(source), body.Pointer, bodyName, [], new Documentation(null), null)))
            return null;
        if (!scope.TypeNames.TryTake(bodyName, GeneratedTypeKind.Record, "request of " + names.Id, source.Path, body.Pointer))
            return null;
        scope.Records.MarkTaken(table);
        scope.Records.MarkChosen(
            table, record.Members.Where(static member => member.IsOptional || MayBeUnset(member)).Select(static member => member.WireName));
        scope.Records.Add(
            record with
            {
                Name = bodyName,
                Documentation = new Documentation("The request body of " + names.Id + ": " + record.Name + Describe(body, values) + "."),
                Members = record.Members.Except(filled)
                    .Select(member => Fix(Narrow(member, body), values.TryGetValue(member.WireName, out var value) ? value : null)).ToEquatableArray(),
                ItemsMember = null,
                Conditions = ConditionsOf(record, body),
                TakesOver = table,
            },
            scope.PlaceOf(source),
            body.Pointer);
        return new CodeType { Kind = CodeTypeKind.Record, Name = scope.Context.GlobalPrefix + bodyName };
    }

    private void CheckName(SpecSource source, GeneratedRecord record, string name, string pointer)
    {
        if (record.Members.All(member => !string.Equals(member.WireName, name, StringComparison.Ordinal)))
            scope.Report.Add(
                SpecRules.UnknownMember, source.Path, pointer, name, record.Name,
                scope.Report.Hint(name, record.Members.Select(static member => member.WireName)));
    }

    // A rule of the section for a member replaces the rule of the schema. It is checked with the parameters, because it can name them.
    private static EquatableArray<RequestCondition> ConditionsOf(GeneratedRecord record, BodyDeclaration body)
        => record.Conditions
            .Where(condition => !condition.IsRequired || condition.Table.Count > 0
                || (body.Required.Count == 0 && !body.RequiredWhen.Any(member => member.Name == condition.Name)))
            .Where(condition => condition.Table.Count > 0
                || !(body.Required.Contains(condition.Name) || body.RequiredWhen.Any(member => member.Name == condition.Name && member.Condition is null)))
            .ToEquatableArray();

    // Returns the constants of members that this table has. If both bodies are shared schemas, the others belong to the response.
    private Dictionary<string, MemberValue> ValuesOf(SpecSource source, BodyDeclaration body, GeneratedRecord record)
    {
        var section = source.File.Section!;
        var members = new HashSet<string>(record.Members.Select(static member => member.WireName), StringComparer.Ordinal);
        var returned = body.Values.Any(static value => value.IsOfEither)
            ? scope.MemberNames(section.Response, isRequest: false)
            : new HashSet<string>(StringComparer.Ordinal);
        var table = BodyReference.TableOf(scope, BodyReference.Resolve(scope, body, isRequest: true));
        var constants = new Dictionary<string, MemberValue>(StringComparer.Ordinal);
        foreach (var value in body.Values)
        {
            if (!members.Contains(value.Name))
            {
                if (!value.IsOfEither)
                    scope.Report.Add(SpecRules.UnknownMember, source.Path, value.Pointer, value.Name, record.Name, scope.Report.Hint(value.Name, members));
                continue;
            }

            if (value.IsOfEither && returned.Contains(value.Name))
            {
                scope.Report.Add(SpecRules.MemberOfBothBodies, source.Path, value.Pointer, value.Name);
                continue;
            }

            if (table is not null)
                MemberValueChecker.Check(scope, source.Path, value, table);
            if (value.Link is { } link && !scope.HasSection(link))
                scope.ReportUnresolved(source.Path, value.Pointer + SpecLocations.Link, link, "the link is documented and cannot be followed");
            if (value.HasConstant)
                constants[value.Name] = value;
        }

        return constants;
    }

    private static string Describe(BodyDeclaration body, Dictionary<string, MemberValue> values)
        => (body.Required.Count == 0 ? "" : ", of which " + Listed(body.Required) + " must be given")
            + string.Concat(body.RequiredWhen.Select(
                static member => ", of which " + member.Name + " must be given" + (member.Condition is { } condition ? " where " + condition : "")))
            + string.Concat(body.Values.Where(value => values.ContainsKey(value.Name))
                .Select(static value => ", where " + value.Name + " is always " + (value.Constant is { } text ? "'" + text + "'" : "null")));

    private static string Listed(EquatableArray<string> names)
        => names.Count == 1 ? names[0] : string.Join(", ", names.Take(names.Count - 1)) + " and " + names[names.Count - 1];

    private static RecordMember Narrow(RecordMember member, BodyDeclaration body)
    {
        var isOptional = body.Required.Count > 0 ? !body.Required.Contains(member.WireName)
            : body.RequiredWhen.FirstOrDefault(required => required.Name == member.WireName) is { } own ? own.Condition is not null
            : member.IsOptional;
        return member with
        {
            IsOptional = isOptional,
            Initializer = isOptional ? null : member.Initializer,
            IsOptionalWhereTaken = member.IsOptional,
            MayBeUnsetWhereTaken = MayBeUnset(member),
        };
    }

    // The operation always sends the constant, even if a value was read from elsewhere.
    private static RecordMember Fix(RecordMember member, MemberValue? value) => value is null ? member : member with
    {
        IsOptional = false,
        Constant = value.Constant,
        Initializer = TypeBinder.InitializerOf(member.Type, value.Constant),
        IsFixed = value.HasNullConstant || TypeBinder.InitializerOf(member.Type, value.Constant) is not null,
    };

    // The shared record remembers if the program never set such a value, so it is not sent as zero. Other values are null then, and constants are always set.
    private static bool MayBeUnset(RecordMember member)
        => member is { IsOptional: false, Initializer: null, Type: { IsNullable: false, IsCollection: false, Kind: not (CodeTypeKind.String
            or CodeTypeKind.Record or CodeTypeKind.Union) } };
}
