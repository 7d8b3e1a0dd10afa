using ApiSpec.Generator.Code;
using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Reference;
using ApiSpec.Language.Rows;

namespace ApiSpec.Generator.Binding;

/// <summary>Finds the links of an API, and reports links without a target.</summary>
internal sealed class LinkBinder(ApiScope scope, TypeBinder types, BodyBinder bodies)
{
    public LinkIndex Bind()
    {
        var links = new List<FoundLink>();
        foreach (var part in scope.Schemas)
            links.AddRange(scope.Steps.Run(
                part.Source, new FilePart(FilePartKind.SchemaLinks, part.Index), (this, part.Declared), static input => input.Item1.OfSchema(input.Declared)));
        foreach (var source in scope.Sections)
            links.AddRange(Find(source));
        foreach (var status in scope.Api?.Statuses ?? [])
            AddRows(links, status.Headers, "Headers", scope.ApiFile!.Path);
        return new LinkIndex(scope.Steps, links);
    }

    /// <summary>Returns the links of a section.</summary>
    public EquatableArray<FoundLink> Find(SpecSource source)
        => scope.Steps.Run(source, new FilePart(FilePartKind.Links), (this, source), static input => input.Item1.OfSection(input.source));

    private EquatableArray<FoundLink> OfSchema(DeclaredSchema declared)
    {
        var links = new List<FoundLink>();
        if (declared.Schema.TypeParameters.Count == 0)
            AddRows(links, declared.Schema.Members, types.NameOf(declared.Schema), declared.Path, declared.Schema.Name);
        return links.ToEquatableArray();
    }

    private EquatableArray<FoundLink> OfSection(SpecSource source)
    {
        if (FileMemory.Of(source).Names is not { } names)
            return [];
        var links = new List<FoundLink>();
        var section = source.File.Section!;
        if (section.Response is { Kind: BodyKind.Members } response)
            AddRows(links, response.Members, names.Stem + "Response", source.Path);
        if (section.Body is { Kind: BodyKind.Members } body)
            AddRows(links, body.Members, names.Stem + "Body", source.Path);
        if (section.Error is { Kind: BodyKind.Members } error)
            AddRows(links, error.Members, names.Stem + "Error", source.Path);
        foreach (var status in section.Statuses.Rows)
        {
            AddRows(links, status.Headers, names.Stem + "Headers", source.Path);
            if (status.Response is { Kind: BodyKind.Members } own)
                AddRows(links, own.Members, names.Stem + (status.CSharpName ?? StatusNames.Of(status.Code, status.Message)), source.Path);
        }

        AddValues(links, source);
        return links.ToEquatableArray();
    }

    private void AddRows(List<FoundLink> links, EquatableArray<RowDeclaration> rows, string recordName, string path, string? schema = null)
    {
        foreach (var row in rows)
        {
            if (row.Link is { } link)
            {
                if (!scope.HasSection(link))
                    scope.ReportUnresolved(path, row.Pointer + SpecLocations.Link, link, "the link is documented and cannot be followed");
                else
                    SectionChecker.CheckLink(scope, schema, link, path, row.Pointer + SpecLocations.Link);
                if (row.Type.Kind is TypeKind.Url or TypeKind.String && scope.HasSection(link))
                    links.Add(new FoundLink(scope.Context.GlobalPrefix + recordName, link, new LinkMember(row.Name, TypeBinder.PropertyOf(row, recordName))));
            }

            if (row.Members.Count > 0)
                AddRows(links, row.Members, types.InlineName(recordName, row), path);
        }
    }

    // A link of one page in a schema that many pages share. The linked operation accepts that schema, and checks the URL in it.
    private void AddValues(List<FoundLink> links, SpecSource source)
    {
        if (source.File.Section!.ResponseValues is not { Count: > 0 } values || bodies.BindResponse(source).Type is not { IsUnread: false } type)
            return;
        var members = new Dictionary<string, RecordMember>(StringComparer.Ordinal);
        foreach (var member in scope.Records.Find(type)?.Members ?? [])
            members[member.WireName] = member;
        var table = BodyReference.TableOf(scope, BodyReference.Resolve(scope, source.File.Section.Response, isRequest: false));
        foreach (var value in values)
        {
            if (!members.TryGetValue(value.Name, out var member))
            {
                if (value.IsOfEither && scope.MemberNames(source.File.Section.Body, isRequest: true).Contains(value.Name))
                    continue;
                scope.Report.Add(
                    SpecRules.UnknownMember, source.Path, value.Pointer, value.Name, TypeWords.Of(type), scope.Report.Hint(value.Name, members.Keys));
                continue;
            }

            if (table is not null && !member.Type.IsUnread)
                MemberValueChecker.Check(scope, source.Path, value, table);
            if (value.Link is not { } link)
                continue;
            if (!scope.HasSection(link))
                scope.ReportUnresolved(source.Path, value.Pointer + SpecLocations.Link, link, "the link is documented and cannot be followed");
            else
                SectionChecker.CheckLink(
                    scope, source.File.Section.Response is { Kind: BodyKind.Type, Type: { Kind: TypeKind.Named, Name: { } schema } } ? schema : null, link,
                    source.Path, value.Pointer + SpecLocations.Link);
            if (member.Type.Kind == CodeTypeKind.String && scope.HasSection(link))
                links.Add(new FoundLink(type.Name!, link, new LinkMember(member.WireName, member.Name)));
        }
    }
}
