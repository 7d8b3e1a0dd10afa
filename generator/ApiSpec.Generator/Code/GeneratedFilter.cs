using ApiSpec.Language.Collections;

namespace ApiSpec.Generator.Code;

/// <summary>The members of a record that the reference allows in filters and sort orders, and the members that can be selected.</summary>
/// <param name="Name">The class with the members of filters: <c>ServiceTemplateFilter</c>.</param>
/// <param name="FieldsName">The class with the members that can be selected: <c>ServiceTemplateFields</c>.</param>
/// <param name="Record">The record.</param>
/// <param name="Members">All members of the record.</param>
internal sealed record GeneratedFilter(string Name, string FieldsName, CodeType Record, EquatableArray<RecordMember> Members) : GeneratedElement
{
    public override string SortName => Name;
}
