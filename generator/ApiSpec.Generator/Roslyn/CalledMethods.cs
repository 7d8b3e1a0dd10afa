using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ApiSpec.Generator.Roslyn;

/// <summary>Finds the methods that a C# operation calls or turns into delegates, including accessors and operators.</summary>
internal static class CalledMethods
{
    /// <summary>The kinds of operations that can call a method.</summary>
    public static ImmutableArray<OperationKind> Kinds { get; } = ImmutableArray.Create(
        OperationKind.Invocation, OperationKind.MethodReference, OperationKind.ObjectCreation, OperationKind.PropertyReference, OperationKind.EventAssignment,
        OperationKind.Binary, OperationKind.Unary, OperationKind.Conversion, OperationKind.CompoundAssignment,
        OperationKind.Increment, OperationKind.Decrement);

    /// <summary>Returns the methods that an operation calls.</summary>
    public static IEnumerable<IMethodSymbol> Of(IOperation operation)
    {
        switch (operation)
        {
            case IPropertyReferenceOperation property:
                return Accessors(property);
            case IEventAssignmentOperation { EventReference: IEventReferenceOperation { Event: var changed }, Adds: var adds }:
                return One(adds ? changed.AddMethod : changed.RemoveMethod);
            default:
                return One(operation switch
                {
                    IInvocationOperation invocation => invocation.TargetMethod,
                    IMethodReferenceOperation reference => reference.Method,
                    IObjectCreationOperation creation => creation.Constructor,
                    IBinaryOperation binary => binary.OperatorMethod,
                    IUnaryOperation unary => unary.OperatorMethod,
                    IConversionOperation conversion => conversion.OperatorMethod,
                    ICompoundAssignmentOperation assignment => assignment.OperatorMethod,
                    IIncrementOrDecrementOperation step => step.OperatorMethod,
                    _ => null,
                });
        }
    }

    private static IEnumerable<IMethodSymbol> One(IMethodSymbol? method) => method is null ? [] : [method];

    private static IEnumerable<IMethodSymbol> Accessors(IPropertyReferenceOperation reference)
    {
        var (reads, writes) = Use(reference);
        if (reads && Accessor(reference.Property, static property => property.GetMethod) is { } getter)
            yield return getter;
        if (writes && Accessor(reference.Property, static property => property.SetMethod) is { } setter)
            yield return setter;
    }

    // An override can have only one of two accessors.
    private static IMethodSymbol? Accessor(IPropertySymbol property, Func<IPropertySymbol, IMethodSymbol?> choose)
    {
        for (var declared = property; declared is not null; declared = declared.OverriddenProperty)
        {
            if (choose(declared) is { } accessor)
                return accessor;
        }

        return null;
    }

    private static (bool Reads, bool Writes) Use(IOperation reference)
    {
        // (A.X, B.Y) = ... assigns to the parts of the tuple.
        var target = reference;
        while (target.Parent is ITupleOperation tuple)
            target = tuple;
        return target.Parent switch
        {
            ISimpleAssignmentOperation assignment when assignment.Target == target => (assignment.IsRef, !assignment.IsRef),
            IDeconstructionAssignmentOperation assignment when assignment.Target == target => (false, true),
            ICompoundAssignmentOperation assignment when assignment.Target == target => (true, true),
            ICoalesceAssignmentOperation assignment when assignment.Target == target => (true, true),
            IIncrementOrDecrementOperation => (true, true),
            _ => (true, false),
        };
    }
}
