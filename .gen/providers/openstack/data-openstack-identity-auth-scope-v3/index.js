"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.DataOpenstackIdentityAuthScopeV3 = exports.DataOpenstackIdentityAuthScopeV3ServiceCatalogList = exports.DataOpenstackIdentityAuthScopeV3ServiceCatalogOutputReference = exports.DataOpenstackIdentityAuthScopeV3ServiceCatalogEndpointsList = exports.DataOpenstackIdentityAuthScopeV3ServiceCatalogEndpointsOutputReference = exports.DataOpenstackIdentityAuthScopeV3RolesList = exports.DataOpenstackIdentityAuthScopeV3RolesOutputReference = void 0;
exports.dataOpenstackIdentityAuthScopeV3RolesToTerraform = dataOpenstackIdentityAuthScopeV3RolesToTerraform;
exports.dataOpenstackIdentityAuthScopeV3RolesToHclTerraform = dataOpenstackIdentityAuthScopeV3RolesToHclTerraform;
exports.dataOpenstackIdentityAuthScopeV3ServiceCatalogEndpointsToTerraform = dataOpenstackIdentityAuthScopeV3ServiceCatalogEndpointsToTerraform;
exports.dataOpenstackIdentityAuthScopeV3ServiceCatalogEndpointsToHclTerraform = dataOpenstackIdentityAuthScopeV3ServiceCatalogEndpointsToHclTerraform;
exports.dataOpenstackIdentityAuthScopeV3ServiceCatalogToTerraform = dataOpenstackIdentityAuthScopeV3ServiceCatalogToTerraform;
exports.dataOpenstackIdentityAuthScopeV3ServiceCatalogToHclTerraform = dataOpenstackIdentityAuthScopeV3ServiceCatalogToHclTerraform;
const cdktf = require("cdktf");
function dataOpenstackIdentityAuthScopeV3RolesToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {};
}
function dataOpenstackIdentityAuthScopeV3RolesToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {};
    return attrs;
}
class DataOpenstackIdentityAuthScopeV3RolesOutputReference extends cdktf.ComplexObject {
    isEmptyObject = false;
    constructor(terraformResource, terraformAttribute, complexObjectIndex, complexObjectIsFromSet) {
        super(terraformResource, terraformAttribute, complexObjectIsFromSet, complexObjectIndex);
    }
    get internalValue() {
        let hasAnyValues = this.isEmptyObject;
        const internalValueResult = {};
        return hasAnyValues ? internalValueResult : undefined;
    }
    set internalValue(value) {
        if (value === undefined) {
            this.isEmptyObject = false;
        }
        else {
            this.isEmptyObject = Object.keys(value).length === 0;
        }
    }
    get roleId() {
        return this.getStringAttribute('role_id');
    }
    get roleName() {
        return this.getStringAttribute('role_name');
    }
}
exports.DataOpenstackIdentityAuthScopeV3RolesOutputReference = DataOpenstackIdentityAuthScopeV3RolesOutputReference;
class DataOpenstackIdentityAuthScopeV3RolesList extends cdktf.ComplexList {
    terraformResource;
    terraformAttribute;
    wrapsSet;
    constructor(terraformResource, terraformAttribute, wrapsSet) {
        super(terraformResource, terraformAttribute, wrapsSet);
        this.terraformResource = terraformResource;
        this.terraformAttribute = terraformAttribute;
        this.wrapsSet = wrapsSet;
    }
    get(index) {
        return new DataOpenstackIdentityAuthScopeV3RolesOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
    }
}
exports.DataOpenstackIdentityAuthScopeV3RolesList = DataOpenstackIdentityAuthScopeV3RolesList;
function dataOpenstackIdentityAuthScopeV3ServiceCatalogEndpointsToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {};
}
function dataOpenstackIdentityAuthScopeV3ServiceCatalogEndpointsToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {};
    return attrs;
}
class DataOpenstackIdentityAuthScopeV3ServiceCatalogEndpointsOutputReference extends cdktf.ComplexObject {
    isEmptyObject = false;
    constructor(terraformResource, terraformAttribute, complexObjectIndex, complexObjectIsFromSet) {
        super(terraformResource, terraformAttribute, complexObjectIsFromSet, complexObjectIndex);
    }
    get internalValue() {
        let hasAnyValues = this.isEmptyObject;
        const internalValueResult = {};
        return hasAnyValues ? internalValueResult : undefined;
    }
    set internalValue(value) {
        if (value === undefined) {
            this.isEmptyObject = false;
        }
        else {
            this.isEmptyObject = Object.keys(value).length === 0;
        }
    }
    get id() {
        return this.getStringAttribute('id');
    }
    get interface() {
        return this.getStringAttribute('interface');
    }
    get region() {
        return this.getStringAttribute('region');
    }
    get regionId() {
        return this.getStringAttribute('region_id');
    }
    get url() {
        return this.getStringAttribute('url');
    }
}
exports.DataOpenstackIdentityAuthScopeV3ServiceCatalogEndpointsOutputReference = DataOpenstackIdentityAuthScopeV3ServiceCatalogEndpointsOutputReference;
class DataOpenstackIdentityAuthScopeV3ServiceCatalogEndpointsList extends cdktf.ComplexList {
    terraformResource;
    terraformAttribute;
    wrapsSet;
    constructor(terraformResource, terraformAttribute, wrapsSet) {
        super(terraformResource, terraformAttribute, wrapsSet);
        this.terraformResource = terraformResource;
        this.terraformAttribute = terraformAttribute;
        this.wrapsSet = wrapsSet;
    }
    get(index) {
        return new DataOpenstackIdentityAuthScopeV3ServiceCatalogEndpointsOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
    }
}
exports.DataOpenstackIdentityAuthScopeV3ServiceCatalogEndpointsList = DataOpenstackIdentityAuthScopeV3ServiceCatalogEndpointsList;
function dataOpenstackIdentityAuthScopeV3ServiceCatalogToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {};
}
function dataOpenstackIdentityAuthScopeV3ServiceCatalogToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {};
    return attrs;
}
class DataOpenstackIdentityAuthScopeV3ServiceCatalogOutputReference extends cdktf.ComplexObject {
    isEmptyObject = false;
    constructor(terraformResource, terraformAttribute, complexObjectIndex, complexObjectIsFromSet) {
        super(terraformResource, terraformAttribute, complexObjectIsFromSet, complexObjectIndex);
    }
    get internalValue() {
        let hasAnyValues = this.isEmptyObject;
        const internalValueResult = {};
        return hasAnyValues ? internalValueResult : undefined;
    }
    set internalValue(value) {
        if (value === undefined) {
            this.isEmptyObject = false;
        }
        else {
            this.isEmptyObject = Object.keys(value).length === 0;
        }
    }
    _endpoints = new DataOpenstackIdentityAuthScopeV3ServiceCatalogEndpointsList(this, "endpoints", false);
    get endpoints() {
        return this._endpoints;
    }
    get id() {
        return this.getStringAttribute('id');
    }
    get name() {
        return this.getStringAttribute('name');
    }
    get type() {
        return this.getStringAttribute('type');
    }
}
exports.DataOpenstackIdentityAuthScopeV3ServiceCatalogOutputReference = DataOpenstackIdentityAuthScopeV3ServiceCatalogOutputReference;
class DataOpenstackIdentityAuthScopeV3ServiceCatalogList extends cdktf.ComplexList {
    terraformResource;
    terraformAttribute;
    wrapsSet;
    constructor(terraformResource, terraformAttribute, wrapsSet) {
        super(terraformResource, terraformAttribute, wrapsSet);
        this.terraformResource = terraformResource;
        this.terraformAttribute = terraformAttribute;
        this.wrapsSet = wrapsSet;
    }
    get(index) {
        return new DataOpenstackIdentityAuthScopeV3ServiceCatalogOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
    }
}
exports.DataOpenstackIdentityAuthScopeV3ServiceCatalogList = DataOpenstackIdentityAuthScopeV3ServiceCatalogList;
class DataOpenstackIdentityAuthScopeV3 extends cdktf.TerraformDataSource {
    static tfResourceType = "openstack_identity_auth_scope_v3";
    static generateConfigForImport(scope, importToId, importFromId, provider) {
        return new cdktf.ImportableResource(scope, importToId, { terraformResourceType: "openstack_identity_auth_scope_v3", importId: importFromId, provider });
    }
    constructor(scope, id, config) {
        super(scope, id, {
            terraformResourceType: 'openstack_identity_auth_scope_v3',
            terraformGeneratorMetadata: {
                providerName: 'openstack',
                providerVersion: '3.4.0',
                providerVersionConstraint: '3.4.0'
            },
            provider: config.provider,
            dependsOn: config.dependsOn,
            count: config.count,
            lifecycle: config.lifecycle,
            provisioners: config.provisioners,
            connection: config.connection,
            forEach: config.forEach
        });
        this._id = config.id;
        this._name = config.name;
        this._region = config.region;
        this._setTokenId = config.setTokenId;
    }
    get domainId() {
        return this.getStringAttribute('domain_id');
    }
    get domainName() {
        return this.getStringAttribute('domain_name');
    }
    _id;
    get id() {
        return this.getStringAttribute('id');
    }
    set id(value) {
        this._id = value;
    }
    resetId() {
        this._id = undefined;
    }
    get idInput() {
        return this._id;
    }
    _name;
    get name() {
        return this.getStringAttribute('name');
    }
    set name(value) {
        this._name = value;
    }
    get nameInput() {
        return this._name;
    }
    get projectDomainId() {
        return this.getStringAttribute('project_domain_id');
    }
    get projectDomainName() {
        return this.getStringAttribute('project_domain_name');
    }
    get projectId() {
        return this.getStringAttribute('project_id');
    }
    get projectName() {
        return this.getStringAttribute('project_name');
    }
    _region;
    get region() {
        return this.getStringAttribute('region');
    }
    set region(value) {
        this._region = value;
    }
    resetRegion() {
        this._region = undefined;
    }
    get regionInput() {
        return this._region;
    }
    _roles = new DataOpenstackIdentityAuthScopeV3RolesList(this, "roles", false);
    get roles() {
        return this._roles;
    }
    _serviceCatalog = new DataOpenstackIdentityAuthScopeV3ServiceCatalogList(this, "service_catalog", false);
    get serviceCatalog() {
        return this._serviceCatalog;
    }
    _setTokenId;
    get setTokenId() {
        return this.getBooleanAttribute('set_token_id');
    }
    set setTokenId(value) {
        this._setTokenId = value;
    }
    resetSetTokenId() {
        this._setTokenId = undefined;
    }
    get setTokenIdInput() {
        return this._setTokenId;
    }
    get tokenId() {
        return this.getStringAttribute('token_id');
    }
    get userDomainId() {
        return this.getStringAttribute('user_domain_id');
    }
    get userDomainName() {
        return this.getStringAttribute('user_domain_name');
    }
    get userId() {
        return this.getStringAttribute('user_id');
    }
    get userName() {
        return this.getStringAttribute('user_name');
    }
    synthesizeAttributes() {
        return {
            id: cdktf.stringToTerraform(this._id),
            name: cdktf.stringToTerraform(this._name),
            region: cdktf.stringToTerraform(this._region),
            set_token_id: cdktf.booleanToTerraform(this._setTokenId),
        };
    }
    synthesizeHclAttributes() {
        const attrs = {
            id: {
                value: cdktf.stringToHclTerraform(this._id),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            name: {
                value: cdktf.stringToHclTerraform(this._name),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            region: {
                value: cdktf.stringToHclTerraform(this._region),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            set_token_id: {
                value: cdktf.booleanToHclTerraform(this._setTokenId),
                isBlock: false,
                type: "simple",
                storageClassType: "boolean",
            },
        };
        return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
    }
}
exports.DataOpenstackIdentityAuthScopeV3 = DataOpenstackIdentityAuthScopeV3;
