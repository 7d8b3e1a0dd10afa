using System.Reflection.Metadata;

namespace ApiSpec.Tool.Roles;

/// <summary>Finds the calls of an assembly that need a role. What they lead to may be in another assembly of the same folder.</summary>
internal sealed class CallScan : IDisposable
{
    private readonly string _folder;
    private readonly AssemblyFile _scanned;
    private readonly Dictionary<string, AssemblyFile?> _others = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<EntityHandle, (string Name, RequiredRoles Required)?> _known = [];

    private CallScan(string path)
    {
        _folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        _scanned = AssemblyFile.Open(path);
    }

    /// <summary>The calls of an assembly that need a role, in the order of its methods.</summary>
    /// <exception cref="BadImageFormatException">The file is no .NET assembly, or a damaged one.</exception>
    public static IReadOnlyList<RoleCall> Of(string path, CancellationToken cancellationToken)
    {
        using var scan = new CallScan(path);
        return scan.Find(cancellationToken);
    }

    public void Dispose()
    {
        _scanned.Dispose();
        foreach (var other in _others.Values)
            other?.Dispose();
    }

    private List<RoleCall> Find(CancellationToken cancellationToken)
    {
        var calls = new List<RoleCall>();
        foreach (var handle in _scanned.Reader.MethodDefinitions)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var method = _scanned.Reader.GetMethodDefinition(handle);
            foreach (var named in _scanned.MethodsNamedBy(method))
            {
                if (!_known.TryGetValue(named, out var callee))
                    _known.Add(named, callee = Resolve(named));
                if (callee is { } known)
                    calls.Add(new RoleCall(MethodNames.OfSource(_scanned.Reader, method), known.Name, known.Required));
            }
        }

        return calls;
    }

    private (string Name, RequiredRoles Required)? Resolve(EntityHandle handle)
    {
        switch (handle.Kind)
        {
            case HandleKind.MethodSpecification:
                return Resolve(_scanned.Reader.GetMethodSpecification((MethodSpecificationHandle)handle).Method);
            case HandleKind.MethodDefinition:
                return Describe(_scanned, (MethodDefinitionHandle)handle);
            case HandleKind.MemberReference:
                var member = _scanned.Reader.GetMemberReference((MemberReferenceHandle)handle);
                return member.GetKind() == MemberReferenceKind.Method && FindType(member.Parent) is { } found ? FindMethod(member, found.File, found.Type) : null;
            default:
                return null;
        }
    }

    private (string Name, RequiredRoles Required)? FindMethod(MemberReference member, AssemblyFile file, TypeDefinitionHandle type)
    {
        var name = _scanned.Reader.GetString(member.Name);
        var signature = Text(member.DecodeMethodSignature(TypeNames.Instance, null));
        foreach (var handle in file.Reader.GetTypeDefinition(type).GetMethods())
        {
            var method = file.Reader.GetMethodDefinition(handle);
            if (file.Reader.StringComparer.Equals(method.Name, name) && Text(method.DecodeSignature(TypeNames.Instance, null)) == signature)
                return Describe(file, handle);
        }

        return null;
    }

    private static string Text(MethodSignature<string> signature)
        => signature.GenericParameterCount + "(" + string.Join(",", signature.ParameterTypes) + ")" + signature.ReturnType;

    private static (string Name, RequiredRoles Required)? Describe(AssemblyFile file, MethodDefinitionHandle handle)
    {
        var method = file.Reader.GetMethodDefinition(handle);
        if (file.RequiredBy(method) is not { } required)
            return null;
        var type = MethodNames.TypeName(file.Reader, file.Reader.GetTypeDefinition(method.GetDeclaringType()));
        return (file.Reader.StringComparer.Equals(method.Name, ".ctor") ? type : type + "." + file.Reader.GetString(method.Name), required);
    }

    private (AssemblyFile File, TypeDefinitionHandle Type)? FindType(EntityHandle type)
    {
        switch (type.Kind)
        {
            case HandleKind.TypeDefinition:
                return (_scanned, (TypeDefinitionHandle)type);
            case HandleKind.TypeSpecification:
                return GenericType(_scanned.Reader.GetTypeSpecification((TypeSpecificationHandle)type)) is { IsNil: false } generic ? FindType(generic) : null;
            case HandleKind.TypeReference:
                var reference = (TypeReferenceHandle)type;
                return FindAssembly(reference) is { } file && file.FindType(TypeNames.Instance.GetTypeFromReference(_scanned.Reader, reference, 0)) is { } found
                    ? (file, found)
                    : null;
            default:
                return null;
        }
    }

    // ECMA-335, II.23.2.14: an instance of a generic type is its own kind, that of the type, and the type.
    private EntityHandle GenericType(TypeSpecification specification)
    {
        var signature = _scanned.Reader.GetBlobReader(specification.Signature);
        if (signature.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance)
            return default;
        signature.ReadCompressedInteger();
        return signature.ReadTypeHandle();
    }

    private AssemblyFile? FindAssembly(TypeReferenceHandle handle)
    {
        var type = _scanned.Reader.GetTypeReference(handle);
        if (type.ResolutionScope.Kind == HandleKind.TypeReference)
            return FindAssembly((TypeReferenceHandle)type.ResolutionScope);
        if (type.ResolutionScope.Kind != HandleKind.AssemblyReference)
            return null;
        var name = _scanned.Reader.GetString(_scanned.Reader.GetAssemblyReference((AssemblyReferenceHandle)type.ResolutionScope).Name);
        if (!_others.TryGetValue(name, out var file))
            _others.Add(name, file = OpenOther(name));
        return file;
    }

    // An assembly without a reference to the library has none of its attributes, and need not be searched.
    private AssemblyFile? OpenOther(string name)
    {
        var path = Path.Combine(_folder, name + ".dll");
        if (Path.GetFileName(name) != name || !File.Exists(path))
            return null;
        var file = AssemblyFile.Open(path);
        if (file.ReferencesLibrary)
            return file;
        file.Dispose();
        return null;
    }
}
