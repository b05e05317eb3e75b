"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.NetworkingSecgroupRuleV2 = exports.NetworkingSecgroupRuleV2TimeoutsOutputReference = void 0;
exports.networkingSecgroupRuleV2TimeoutsToTerraform = networkingSecgroupRuleV2TimeoutsToTerraform;
exports.networkingSecgroupRuleV2TimeoutsToHclTerraform = networkingSecgroupRuleV2TimeoutsToHclTerraform;
const cdktf = require("cdktf");
function networkingSecgroupRuleV2TimeoutsToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {
        delete: cdktf.stringToTerraform(struct.delete),
    };
}
function networkingSecgroupRuleV2TimeoutsToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {
        delete: {
            value: cdktf.stringToHclTerraform(struct.delete),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
    };
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
class NetworkingSecgroupRuleV2TimeoutsOutputReference extends cdktf.ComplexObject {
    isEmptyObject = false;
    resolvableValue;
    constructor(terraformResource, terraformAttribute) {
        super(terraformResource, terraformAttribute, false);
    }
    get internalValue() {
        if (this.resolvableValue) {
            return this.resolvableValue;
        }
        let hasAnyValues = this.isEmptyObject;
        const internalValueResult = {};
        if (this._delete !== undefined) {
            hasAnyValues = true;
            internalValueResult.delete = this._delete;
        }
        return hasAnyValues ? internalValueResult : undefined;
    }
    set internalValue(value) {
        if (value === undefined) {
            this.isEmptyObject = false;
            this.resolvableValue = undefined;
            this._delete = undefined;
        }
        else if (cdktf.Tokenization.isResolvable(value)) {
            this.isEmptyObject = false;
            this.resolvableValue = value;
        }
        else {
            this.isEmptyObject = Object.keys(value).length === 0;
            this.resolvableValue = undefined;
            this._delete = value.delete;
        }
    }
    _delete;
    get delete() {
        return this.getStringAttribute('delete');
    }
    set delete(value) {
        this._delete = value;
    }
    resetDelete() {
        this._delete = undefined;
    }
    get deleteInput() {
        return this._delete;
    }
}
exports.NetworkingSecgroupRuleV2TimeoutsOutputReference = NetworkingSecgroupRuleV2TimeoutsOutputReference;
class NetworkingSecgroupRuleV2 extends cdktf.TerraformResource {
    static tfResourceType = "openstack_networking_secgroup_rule_v2";
    static generateConfigForImport(scope, importToId, importFromId, provider) {
        return new cdktf.ImportableResource(scope, importToId, { terraformResourceType: "openstack_networking_secgroup_rule_v2", importId: importFromId, provider });
    }
    constructor(scope, id, config) {
        super(scope, id, {
            terraformResourceType: 'openstack_networking_secgroup_rule_v2',
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
        this._description = config.description;
        this._direction = config.direction;
        this._ethertype = config.ethertype;
        this._id = config.id;
        this._portRangeMax = config.portRangeMax;
        this._portRangeMin = config.portRangeMin;
        this._protocol = config.protocol;
        this._region = config.region;
        this._remoteAddressGroupId = config.remoteAddressGroupId;
        this._remoteGroupId = config.remoteGroupId;
        this._remoteIpPrefix = config.remoteIpPrefix;
        this._securityGroupId = config.securityGroupId;
        this._tenantId = config.tenantId;
        this._timeouts.internalValue = config.timeouts;
    }
    _description;
    get description() {
        return this.getStringAttribute('description');
    }
    set description(value) {
        this._description = value;
    }
    resetDescription() {
        this._description = undefined;
    }
    get descriptionInput() {
        return this._description;
    }
    _direction;
    get direction() {
        return this.getStringAttribute('direction');
    }
    set direction(value) {
        this._direction = value;
    }
    get directionInput() {
        return this._direction;
    }
    _ethertype;
    get ethertype() {
        return this.getStringAttribute('ethertype');
    }
    set ethertype(value) {
        this._ethertype = value;
    }
    get ethertypeInput() {
        return this._ethertype;
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
    _portRangeMax;
    get portRangeMax() {
        return this.getNumberAttribute('port_range_max');
    }
    set portRangeMax(value) {
        this._portRangeMax = value;
    }
    resetPortRangeMax() {
        this._portRangeMax = undefined;
    }
    get portRangeMaxInput() {
        return this._portRangeMax;
    }
    _portRangeMin;
    get portRangeMin() {
        return this.getNumberAttribute('port_range_min');
    }
    set portRangeMin(value) {
        this._portRangeMin = value;
    }
    resetPortRangeMin() {
        this._portRangeMin = undefined;
    }
    get portRangeMinInput() {
        return this._portRangeMin;
    }
    _protocol;
    get protocol() {
        return this.getStringAttribute('protocol');
    }
    set protocol(value) {
        this._protocol = value;
    }
    resetProtocol() {
        this._protocol = undefined;
    }
    get protocolInput() {
        return this._protocol;
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
    _remoteAddressGroupId;
    get remoteAddressGroupId() {
        return this.getStringAttribute('remote_address_group_id');
    }
    set remoteAddressGroupId(value) {
        this._remoteAddressGroupId = value;
    }
    resetRemoteAddressGroupId() {
        this._remoteAddressGroupId = undefined;
    }
    get remoteAddressGroupIdInput() {
        return this._remoteAddressGroupId;
    }
    _remoteGroupId;
    get remoteGroupId() {
        return this.getStringAttribute('remote_group_id');
    }
    set remoteGroupId(value) {
        this._remoteGroupId = value;
    }
    resetRemoteGroupId() {
        this._remoteGroupId = undefined;
    }
    get remoteGroupIdInput() {
        return this._remoteGroupId;
    }
    _remoteIpPrefix;
    get remoteIpPrefix() {
        return this.getStringAttribute('remote_ip_prefix');
    }
    set remoteIpPrefix(value) {
        this._remoteIpPrefix = value;
    }
    resetRemoteIpPrefix() {
        this._remoteIpPrefix = undefined;
    }
    get remoteIpPrefixInput() {
        return this._remoteIpPrefix;
    }
    _securityGroupId;
    get securityGroupId() {
        return this.getStringAttribute('security_group_id');
    }
    set securityGroupId(value) {
        this._securityGroupId = value;
    }
    get securityGroupIdInput() {
        return this._securityGroupId;
    }
    _tenantId;
    get tenantId() {
        return this.getStringAttribute('tenant_id');
    }
    set tenantId(value) {
        this._tenantId = value;
    }
    resetTenantId() {
        this._tenantId = undefined;
    }
    get tenantIdInput() {
        return this._tenantId;
    }
    _timeouts = new NetworkingSecgroupRuleV2TimeoutsOutputReference(this, "timeouts");
    get timeouts() {
        return this._timeouts;
    }
    putTimeouts(value) {
        this._timeouts.internalValue = value;
    }
    resetTimeouts() {
        this._timeouts.internalValue = undefined;
    }
    get timeoutsInput() {
        return this._timeouts.internalValue;
    }
    synthesizeAttributes() {
        return {
            description: cdktf.stringToTerraform(this._description),
            direction: cdktf.stringToTerraform(this._direction),
            ethertype: cdktf.stringToTerraform(this._ethertype),
            id: cdktf.stringToTerraform(this._id),
            port_range_max: cdktf.numberToTerraform(this._portRangeMax),
            port_range_min: cdktf.numberToTerraform(this._portRangeMin),
            protocol: cdktf.stringToTerraform(this._protocol),
            region: cdktf.stringToTerraform(this._region),
            remote_address_group_id: cdktf.stringToTerraform(this._remoteAddressGroupId),
            remote_group_id: cdktf.stringToTerraform(this._remoteGroupId),
            remote_ip_prefix: cdktf.stringToTerraform(this._remoteIpPrefix),
            security_group_id: cdktf.stringToTerraform(this._securityGroupId),
            tenant_id: cdktf.stringToTerraform(this._tenantId),
            timeouts: networkingSecgroupRuleV2TimeoutsToTerraform(this._timeouts.internalValue),
        };
    }
    synthesizeHclAttributes() {
        const attrs = {
            description: {
                value: cdktf.stringToHclTerraform(this._description),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            direction: {
                value: cdktf.stringToHclTerraform(this._direction),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            ethertype: {
                value: cdktf.stringToHclTerraform(this._ethertype),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            id: {
                value: cdktf.stringToHclTerraform(this._id),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            port_range_max: {
                value: cdktf.numberToHclTerraform(this._portRangeMax),
                isBlock: false,
                type: "simple",
                storageClassType: "number",
            },
            port_range_min: {
                value: cdktf.numberToHclTerraform(this._portRangeMin),
                isBlock: false,
                type: "simple",
                storageClassType: "number",
            },
            protocol: {
                value: cdktf.stringToHclTerraform(this._protocol),
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
            remote_address_group_id: {
                value: cdktf.stringToHclTerraform(this._remoteAddressGroupId),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            remote_group_id: {
                value: cdktf.stringToHclTerraform(this._remoteGroupId),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            remote_ip_prefix: {
                value: cdktf.stringToHclTerraform(this._remoteIpPrefix),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            security_group_id: {
                value: cdktf.stringToHclTerraform(this._securityGroupId),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            tenant_id: {
                value: cdktf.stringToHclTerraform(this._tenantId),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            timeouts: {
                value: networkingSecgroupRuleV2TimeoutsToHclTerraform(this._timeouts.internalValue),
                isBlock: true,
                type: "struct",
                storageClassType: "NetworkingSecgroupRuleV2Timeouts",
            },
        };
        return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
    }
}
exports.NetworkingSecgroupRuleV2 = NetworkingSecgroupRuleV2;
